package dev.zt.dsl.diagnostic;

/** Whether a diagnostic keeps a policy set from being compiled. */
public enum Severity {
  /** The set does not compile. */
  ERROR("error"),
  /** The set compiles, and the author should look. */
  WARNING("warning");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** The word in a rendered diagnostic. */
  public String word() {
    return word;
  }
}
