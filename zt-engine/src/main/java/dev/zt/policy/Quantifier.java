package dev.zt.policy;

/** Whether a condition must hold of some element or of every one. */
public enum Quantifier {
  ANY("any"),
  ALL("all");

  private final String text;

  Quantifier(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
