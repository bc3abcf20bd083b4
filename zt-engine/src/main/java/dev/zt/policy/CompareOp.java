package dev.zt.policy;

/** The comparisons. */
public enum CompareOp {
  EQ("=="),
  NE("!="),
  LT("<"),
  LE("<="),
  GT(">"),
  GE(">=");

  private final String text;

  CompareOp(String text) {
    this.text = text;
  }

  /** Whether the comparison holds of two values that compare as {@code sign} says. */
  public boolean holds(int sign) {
    return switch (this) {
      case EQ -> sign == 0;
      case NE -> sign != 0;
      case LT -> sign < 0;
      case LE -> sign <= 0;
      case GT -> sign > 0;
      case GE -> sign >= 0;
    };
  }

  /** The operator with its operands the other way round. */
  public CompareOp mirrored() {
    return switch (this) {
      case EQ, NE -> this;
      case LT -> GT;
      case LE -> GE;
      case GT -> LT;
      case GE -> LE;
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
