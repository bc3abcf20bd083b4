package dev.zt.test.mutation;

import dev.zt.test.PreparedCase;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a mutant.
 *
 * @param killedBy the first case that notices, or null
 * @param witness a request that it decides otherwise, where no case notices and one was found
 * @param undecided whether it may well decide otherwise though no such request was found
 */
record Outcome(@Nullable PreparedCase killedBy, @Nullable Witness witness, boolean undecided) {

  MutantResult result(Mutant mutant, Suggestions suggestions) {
    if (killedBy != null) {
      return new MutantResult.Killed(mutant, killedBy);
    }
    if (witness != null) {
      return new MutantResult.Survived(mutant, suggestions.of(mutant, witness));
    }
    return undecided
        ? new MutantResult.Survived(mutant, null)
        : new MutantResult.Equivalent(mutant);
  }
}
