package dev.zt.policy;

/** How a set contains its operand. */
public enum Containment {
  /** The operand is an element. */
  ONE("contains"),
  /** Some element of the operand, a set, is an element. */
  ANY("contains any"),
  /** Every element of the operand, a set, is an element. */
  ALL("contains all");

  private final String text;

  Containment(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
