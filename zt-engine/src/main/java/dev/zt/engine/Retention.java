package dev.zt.engine;

import dev.zt.engine.behavior.BehaviorStore;
import dev.zt.engine.behavior.Limits;

/**
 * How much of what happened an engine remembers for the behaviors of its policies. Immutable.
 *
 * <p>An entry is one key of one behavior, such as one subject's failed sign-ins. When there is no
 * room for another, the entry that was added to longest ago is forgotten; until its window has
 * passed, a key that is not remembered is then unknown, so that no limit is lifted by a flood of
 * keys.
 *
 * @param entries the most entries in all
 * @param entriesPerBehavior the most entries of one behavior
 * @param valuesPerKey the most values that {@code values} remembers for one key
 * @param startsEmpty whether a behavior begins with nothing having happened; else it is unknown
 *     until it has been remembered for the whole of its window
 */
public record Retention(
    int entries, int entriesPerBehavior, int valuesPerKey, boolean startsEmpty) {
  /** A million entries, 256 values for a key, and nothing known of what happened before. */
  public static final Retention STANDARD = new Retention(1_000_000, 1_000_000, 256, false);

  /**
   * How much is remembered.
   *
   * @throws IllegalArgumentException when a number is below 1
   */
  public Retention {
    if (entries < 1 || entriesPerBehavior < 1 || valuesPerKey < 1) {
      throw new IllegalArgumentException("at least one of each is remembered");
    }
  }

  BehaviorStore store() {
    return new BehaviorStore(new Limits(entries, entriesPerBehavior, valuesPerKey), startsEmpty);
  }

  /** The same with another number of entries in all. */
  public Retention entries(int most) {
    return new Retention(most, entriesPerBehavior, valuesPerKey, startsEmpty);
  }

  /** The same with another number of entries of one behavior. */
  public Retention entriesPerBehavior(int most) {
    return new Retention(entries, most, valuesPerKey, startsEmpty);
  }

  /** The same with another number of values for one key. */
  public Retention valuesPerKey(int most) {
    return new Retention(entries, entriesPerBehavior, most, startsEmpty);
  }

  /**
   * The same, and what is not remembered did not happen: a limit begins anew whenever the engine
   * does.
   */
  public Retention startEmpty() {
    return new Retention(entries, entriesPerBehavior, valuesPerKey, true);
  }
}
