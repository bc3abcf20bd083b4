package dev.zt.dsl.format;

/** What is done with the blank line above something that begins a line. */
enum Lead {
  /** One stays where the author had one or more. */
  KEPT,
  /** None, as after an opening brace. */
  NONE,
  /** One in any case, above the comments that belong to it. */
  ALWAYS
}
