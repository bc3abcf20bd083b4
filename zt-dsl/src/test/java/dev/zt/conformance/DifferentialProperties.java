package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.policy.PolicySet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.Tuple;

/**
 * The compiled evaluator decides what the reference decides, in everything that a decision says:
 * over random policies, random partial requests, every fact of them hidden, and instants around
 * them.
 *
 * <p>{@code -Dzt.differential=N} makes N decisions, {@code -Dzt.differential.seed=S} others; {@code
 * -Dzt.differential.worlds=N} asks each policy set for N requests and what they become when facts
 * are hidden.
 */
class DifferentialProperties {
  private static final int DECISIONS = Integer.getInteger("zt.differential", 100_000);

  /** In far fewer each seeded fault is found. */
  private static final int MOST_UNTIL_A_FAULT = 100_000;

  private static final long SEED = Long.getLong("zt.differential.seed", 20_261_126L);

  /** What the laws do not hold of, and what no other random policy speaks of. */
  static final String FURTHER_DECLARATIONS =
      """
      @open("a test") let seen = known(device.managed) and known(identity.mfa_at)
      @open("a test") let experienced = default(subject.level, 2) > 1
      extend signal context { @open("a test") insider: Level = clear }
      event login_failed
      behavior failures = count of event login_failed by subject over 15m
      behavior reads = count of any action by subject over 15m
      """;

  private static final List<String> FURTHER_CONDITIONS =
      List.of(
          "seen",
          "experienced",
          "context.insider < medium",
          "failures > 0",
          "reads < 3",
          "not (trusted)",
          "(trusted or device.attested)",
          "not (trusted and device.attested)",
          "device.edr in [healthy, absent]",
          "device.risk in [low, high]",
          "device.os_version in [\"14.2\", \"14.10\"]",
          "device.os_version != \"14.10\"",
          "device.patch_age <= identity.mfa_age",
          "device.patched_at < now",
          "device.tags contains \"a\"",
          "context.n in [1, 2]",
          "context.ratio > 0.5",
          "resource.ip in \"10.0.0.0/8\"",
          "subject.tags contains resource.dept",
          "resource.readers contains Team \"t1\"",
          "resource.owner in Team \"t1\"",
          "resource.owner in resource.readers",
          "now < subject.started + 1h",
          "subject.started + 5m <= resource.expires",
          "now - identity.mfa_at < 15m",
          "5m < resource.expires - now",
          "15m >= identity.mfa_age",
          "resource.expires > now",
          "identity.mfa_age == 5m",
          "identity.mfa_age != 5m",
          "size(subject.tags) == size(resource.tags)",
          "location.speed >= 900km/h",
          "location.country == \"DE\"",
          "score > 20",
          "score <= 45",
          "score != 30",
          "not (score < 50)");

  /** Some sets have many rules of a kind, so that they stand in indexes. */
  static Arbitrary<List<Policies.Labelled>> policies() {
    return Arbitraries.frequencyOf(
        Tuple.of(9, Policies.rules(Conditions.anyWith(FURTHER_CONDITIONS))),
        Tuple.of(1, Families.any()));
  }

  private static Comparison comparison(UnaryOperator<PolicySet> fault) {
    return new Comparison(SEED, fault, policies(), FURTHER_DECLARATIONS, Comparison.Asked::both);
  }

  @Example
  void theCompiledEvaluatorAgreesWithTheReference() {
    Comparison comparison = comparison(UnaryOperator.identity());
    Optional<String> difference = comparison.difference(DECISIONS);
    System.out.println(
        "compiled as reference: " + comparison.decisions() + " decisions, seed " + SEED);
    assertThat(difference).as("seed %s", SEED).isEmpty();
  }

  @Example
  void aDroppedNotIsCaught() {
    assertCaught(Miscompiled.DROPS_NOT);
  }

  @Example
  void mustAndMaySwappedUnderAnOrIsCaught() {
    assertCaught(Miscompiled.SWAPS_MUST_AND_MAY_UNDER_OR);
  }

  @Example
  void anIndexThatIgnoresTheTypeOfTheSubjectIsCaught() {
    assertCaught(Miscompiled.IGNORES_SUBJECT_TYPE);
  }

  @Example
  void lessForLessOrEqualIsCaught() {
    assertCaught(Miscompiled.LESS_FOR_LESS_OR_EQUAL);
  }

  @Example
  void aTableOfThresholdsThatIsOffByOneIsCaught() {
    assertCaught(Miscompiled.THRESHOLD_OFF_BY_ONE);
  }

  @Example
  void aSharedConditionUnderTheWrongPolarityIsCaught() {
    assertCaught(Miscompiled.SHARES_UNDER_WRONG_POLARITY);
  }

  @Example
  void anAgeThatIsAMillisecondOffIsCaught() {
    assertCaught(Miscompiled.AGE_OFF_BY_A_MILLISECOND);
  }

  @Example
  void rolesThatForgetWhichIncludeThemAreCaught() {
    assertCaught(Miscompiled.FORGETS_INCLUDED_ROLES);
  }

  @Example
  void anElevationWithoutAGrantIsCaught() {
    assertCaught(Miscompiled.LENDS_WITHOUT_A_GRANT);
  }

  @Example
  void anElevationThatGivesNothingIsCaught() {
    assertCaught(Miscompiled.LENDS_NOTHING);
  }

  @Example
  void aSignalThatNeverGoesStaleIsCaught() {
    assertCaught(Miscompiled.NEVER_STALE);
  }

  private static void assertCaught(UnaryOperator<PolicySet> fault) {
    assertThat(comparison(fault).difference(MOST_UNTIL_A_FAULT))
        .as("the seeded fault is caught")
        .isPresent();
  }
}
