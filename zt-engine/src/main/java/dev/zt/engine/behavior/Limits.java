package dev.zt.engine.behavior;

/**
 * How much is remembered. An entry is one key of one behavior.
 *
 * @param entries the most entries in all
 * @param entriesPerBehavior the most entries of one behavior
 * @param valuesPerKey the most values that {@code values} remembers for one key
 */
public record Limits(int entries, int entriesPerBehavior, int valuesPerKey) {
  /** A million entries, and 256 values for a key. */
  public static final Limits STANDARD = new Limits(1_000_000, 1_000_000, 256);

  /**
   * Limits.
   *
   * @throws IllegalArgumentException when one of them is below 1
   */
  public Limits {
    if (entries < 1 || entriesPerBehavior < 1 || valuesPerKey < 1) {
      throw new IllegalArgumentException("a limit is at least 1");
    }
  }
}
