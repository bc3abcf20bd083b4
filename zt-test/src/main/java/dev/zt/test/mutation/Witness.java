package dev.zt.test.mutation;

import dev.zt.test.PreparedCase;
import dev.zt.test.search.Change;
import dev.zt.test.search.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that a mutant decides otherwise.
 *
 * @param basis the case whose situation it is made from, or null when there is none
 * @param changes what is laid over that
 */
record Witness(
    Setting setting, Difference difference, @Nullable PreparedCase basis, List<Change> changes) {

  /** The better of two: one that shows in the outcome, then one near to a test. */
  static Witness better(@Nullable Witness one, Witness other) {
    if (one == null || one.cost() > other.cost()) {
      return other;
    }
    return one;
  }

  private int cost() {
    int near = basis == null ? 50 : isPlain(basis) ? 0 : 2;
    return (difference.byOutcome() ? 0 : 100) + near + changes.size() + setting.steps().size();
  }

  /** Whether a case is asked as its test gives it. */
  static boolean isPlain(PreparedCase basis) {
    return !basis.testCase().sentence().contains(" with ");
  }

  /** Whether nothing much better can be expected. */
  boolean isGood() {
    return cost() <= 2;
  }
}
