package dev.zt.policy;

/** Qualified names, {@code module.name}. */
public final class Names {
  private Names() {}

  /** The last part of a qualified name: {@code Employee} of {@code acme.people.Employee}. */
  public static String simple(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }
}
