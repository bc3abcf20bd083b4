package dev.zt.policy;

/** At which end of a text another one is looked for. */
public enum Affix {
  PREFIX("starts with"),
  SUFFIX("ends with");

  private final String text;

  Affix(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
