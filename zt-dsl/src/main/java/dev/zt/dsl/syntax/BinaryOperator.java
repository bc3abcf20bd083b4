package dev.zt.dsl.syntax;

/** An operator between two operands, {@code and} and {@code or} aside. */
public enum BinaryOperator {
  /** Equal. */
  EQUAL("=="),
  /** Not equal. */
  NOT_EQUAL("!="),
  /** Less. */
  LESS("<"),
  /** Less or equal. */
  LESS_OR_EQUAL("<="),
  /** Greater. */
  GREATER(">"),
  /** Greater or equal. */
  GREATER_OR_EQUAL(">="),
  /** Membership. */
  IN("in"),
  /** No membership. */
  NOT_IN("not in"),
  /** The set on the left has the element on the right. */
  CONTAINS("contains"),
  /** The set on the left has some element of the one on the right. */
  CONTAINS_ANY("contains any"),
  /** The set on the left has all elements of the one on the right. */
  CONTAINS_ALL("contains all"),
  /** The pattern on the right fits the whole text on the left. */
  MATCHES("matches"),
  /** The text on the left begins with the one on the right. */
  STARTS_WITH("starts with"),
  /** The text on the left ends with the one on the right. */
  ENDS_WITH("ends with"),
  /** Sum. */
  PLUS("+"),
  /** Difference. */
  MINUS("-"),
  /** Product. */
  TIMES("*");

  private final String text;

  BinaryOperator(String text) {
    this.text = text;
  }

  /** The operator as written, with single blanks. */
  public String text() {
    return text;
  }
}
