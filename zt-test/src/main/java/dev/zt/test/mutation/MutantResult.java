package dev.zt.test.mutation;

import dev.zt.test.PreparedCase;
import org.jspecify.annotations.Nullable;

/** What became of a mutant. */
public sealed interface MutantResult {
  /** The mutant. */
  Mutant mutant();

  /**
   * A case that passes fails on the mutant.
   *
   * @param by the first such case
   */
  record Killed(Mutant mutant, PreparedCase by) implements MutantResult {}

  /**
   * No case notices the change.
   *
   * @param suggestion a case that would, or null when none was found and the rule depends on what
   *     tests cannot give
   */
  record Survived(Mutant mutant, @Nullable Suggestion suggestion) implements MutantResult {}

  /** No case could notice the change: it decides alike on every boundary request of the rule. */
  record Equivalent(Mutant mutant) implements MutantResult {}
}
