package dev.zt.policy;

/** What a rule does. */
public enum Effect {
  PERMIT("permit"),
  FORBID("forbid"),
  RESTRICT("restrict"),
  REQUIRE("require");

  private final String text;

  Effect(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
