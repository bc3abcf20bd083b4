package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.policy.PolicySet;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;

/**
 * Rules that are looked up in an index decide as they do when every rule is looked at, which is
 * what the reference does: over sets in which many rules are about the same.
 *
 * <p>{@code -Dzt.indexes=N} makes N decisions.
 */
class IndexProperties {
  private static final int DECISIONS = Integer.getInteger("zt.indexes", 10_000);

  /** In far fewer each seeded fault is found. */
  private static final int MOST_UNTIL_A_FAULT = 10_000;

  private static final long SEED = Long.getLong("zt.indexes.seed", 20_261_127L);

  @Example
  void anIndexFindsWhatAScanOfAllRulesFinds() {
    Comparison comparison =
        new Comparison(SEED, UnaryOperator.identity(), Families.any(), "", Comparison.Asked::both);

    assertThat(comparison.difference(DECISIONS)).as("seed %s", SEED).isEmpty();
  }

  @Example
  void anIndexThatIsAllThereIsFindsWhatAScanOfAllRulesFinds() {
    Comparison comparison =
        new Comparison(
            SEED, UnaryOperator.identity(), Families.alone(), "", Comparison.Asked::both);

    assertThat(comparison.difference(DECISIONS)).as("seed %s", SEED).isEmpty();
  }

  @Example
  void aRuleThatAnIndexHasFoundIsJudgedAsAScanOfAllRulesJudgesIt() {
    Comparison comparison =
        new Comparison(
            SEED, UnaryOperator.identity(), Families.keyed(), "", Comparison.Asked::both);

    assertThat(comparison.difference(DECISIONS)).as("seed %s", SEED).isEmpty();
  }

  @Example
  void anIndexThatIgnoresTheTypeOfTheSubjectIsCaught() {
    assertCaught(Miscompiled.IGNORES_SUBJECT_TYPE);
  }

  @Example
  void aTableOfThresholdsThatIsOffByOneIsCaught() {
    assertCaught(Miscompiled.THRESHOLD_OFF_BY_ONE);
  }

  @Example
  void anIndexThatPassesOverRulesWhereAValueIsUnknownIsCaught() {
    assertCaught(Miscompiled.PASSES_OVER_UNKNOWN);
  }

  private static void assertCaught(UnaryOperator<PolicySet> fault) {
    assertThat(
            new Comparison(SEED, fault, Families.any(), "", Comparison.Asked::both)
                .difference(MOST_UNTIL_A_FAULT))
        .as("the seeded fault is caught")
        .isPresent();
  }
}
