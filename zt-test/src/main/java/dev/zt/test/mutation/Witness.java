package dev.zt.test.mutation;

import dev.zt.dsl.suite.Situation;
import dev.zt.test.PreparedCase;
import dev.zt.test.search.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that a mutant decides otherwise.
 *
 * @param basis the case whose situation it is made from, or null when there is none
 * @param changes what is laid over that
 */
record Witness(
    Situation situation,
    Difference difference,
    @Nullable PreparedCase basis,
    List<Change> changes) {

  /** The better of two: one that shows in the outcome, then one near to a test. */
  static Witness better(@Nullable Witness one, Witness other) {
    if (one == null || one.cost() > other.cost()) {
      return other;
    }
    return one;
  }

  private int cost() {
    return (difference.byOutcome() ? 0 : 100) + (basis == null ? 50 : 0) + changes.size();
  }

  /** Whether nothing much better can be expected. */
  boolean isGood() {
    return cost() <= 2;
  }
}
