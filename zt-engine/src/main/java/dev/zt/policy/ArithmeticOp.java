package dev.zt.policy;

/** The arithmetic of two operands. */
public enum ArithmeticOp {
  PLUS("+"),
  MINUS("-"),
  TIMES("*");

  private final String text;

  ArithmeticOp(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
