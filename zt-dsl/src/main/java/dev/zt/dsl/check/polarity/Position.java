package dev.zt.dsl.check.polarity;

import dev.zt.policy.CompareOp;

/** What it does to the outcome when the expression in a place becomes true. */
enum Position {
  /** Truth can raise the outcome. */
  OPENING,
  /** Truth can lower the outcome. */
  CLOSING,
  /** Truth can do either, as in a term of a risk under {@code ==}. */
  EITHER,
  /** The place asks for a value, which can be put to any use. */
  OPERAND,
  /** The place decides what a behavior remembers. */
  BEHAVIOR,
  /** The place decides what a derived field is, for rules of every kind. */
  FIELD;

  /** The place under a {@code not} that stands here. */
  Position flipped() {
    return switch (this) {
      case OPENING -> CLOSING;
      case CLOSING -> OPENING;
      case EITHER, OPERAND, BEHAVIOR, FIELD -> this;
    };
  }

  /** The place of a value that an operator here works on. */
  Position operand() {
    return isForAll() ? this : OPERAND;
  }

  /** The place of a term that adds to a score which is compared here. */
  Position ofTerm(CompareOp comparison) {
    return switch (comparison) {
      case GT, GE -> this;
      case LT, LE -> flipped();
      case EQ, NE -> this == OPENING || this == CLOSING ? EITHER : this;
    };
  }

  /** Whether what stands here is put to use in rules of every kind, so that neither may. */
  boolean isForAll() {
    return this == BEHAVIOR || this == FIELD;
  }
}
