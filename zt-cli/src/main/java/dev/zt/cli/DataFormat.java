package dev.zt.cli;

/** For whom a command writes; the names are those of {@code --format}. */
enum DataFormat {
  /** For a person. */
  text,
  /** For a program. */
  json
}
