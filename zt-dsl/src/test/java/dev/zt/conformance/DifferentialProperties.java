package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Decision;
import dev.zt.Request;
import dev.zt.engine.Engine;
import dev.zt.engine.Evaluator;
import dev.zt.policy.PolicySet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;

/**
 * The compiled evaluator decides what the reference decides, in everything that a decision says:
 * over random policies, random partial requests, every fact of them hidden, and instants around
 * them.
 *
 * <p>{@code -Dzt.differential=N} makes N decisions, {@code -Dzt.differential.seed=S} others.
 */
class DifferentialProperties {
  private static final int DECISIONS = Integer.getInteger("zt.differential", 100_000);
  private static final long SEED = Long.getLong("zt.differential.seed", 20_261_126L);
  private static final int WORLDS = 4;

  /** What the laws do not hold of, and what no other random policy speaks of. */
  private static final String FURTHER_DECLARATIONS =
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

  @Example
  void theCompiledEvaluatorAgreesWithTheReference() {
    Search search = new Search(SEED, UnaryOperator.identity());
    Optional<String> difference = Optional.empty();
    while (difference.isEmpty() && search.decisions < DECISIONS) {
      difference = search.next();
    }
    System.out.println("compiled as reference: " + search.decisions + " decisions, seed " + SEED);
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
  void aSignalThatNeverGoesStaleIsCaught() {
    assertCaught(Miscompiled.NEVER_STALE);
  }

  private static void assertCaught(UnaryOperator<PolicySet> fault) {
    Search search = new Search(SEED, fault);
    Optional<String> difference = Optional.empty();
    while (difference.isEmpty() && search.decisions < DECISIONS) {
      difference = search.next();
    }
    assertThat(difference).as("the seeded fault is caught").isPresent();
  }

  /** Random cases in which two engines are compared. */
  private static final class Search {
    private final Random random;
    private final UnaryOperator<PolicySet> fault;
    private final RandomGenerator<List<Policies.Labelled>> rules;
    private final RandomGenerator<World> worlds = generator(Worlds.any());
    int decisions;

    Search(long seed, UnaryOperator<PolicySet> fault) {
      this.random = new Random(seed);
      this.fault = fault;
      this.rules = generator(Policies.rules(Conditions.anyWith(FURTHER_CONDITIONS)));
    }

    private static <T> RandomGenerator<T> generator(Arbitrary<T> arbitrary) {
      return arbitrary.generator(1_000);
    }

    /** What differs in a random policy set, or nothing. */
    Optional<String> next() {
      List<Policies.Labelled> some = new ArrayList<>(rules.next(random).value());
      Collections.shuffle(some, random);
      PolicySet policies = Compiled.of(some, FURTHER_DECLARATIONS);
      Instant[] clock = {Laws.NOW};
      try (Engine reference = Decider.engine(policies, () -> clock[0], Evaluator.REFERENCE);
          Engine compiled =
              Decider.engine(fault.apply(policies), () -> clock[0], Evaluator.COMPILED)) {
        for (int i = 0; i < WORLDS; i++) {
          World world = worlds.next(random).value();
          List<World> all = new ArrayList<>(List.of(world));
          world.places().forEach(place -> all.add(world.hiding(place)));
          world.facts().keySet().forEach(owner -> all.add(world.hiding(owner)));
          for (World each : all) {
            clock[0] =
                random.nextInt(3) > 0
                    ? Laws.NOW
                    : Laws.NOW.plus(Duration.ofMillis(random.nextInt(3_600_000)));
            Request request = each.request();
            decisions++;
            Decision expected = reference.check(request);
            Decision actual = compiled.check(request);
            if (!said(expected).equals(said(actual))) {
              return Optional.of(
                  Compiled.body(some)
                      + each
                      + "\nat "
                      + clock[0]
                      + "\nreference "
                      + said(expected)
                      + "\ncompiled  "
                      + said(actual));
            }
          }
        }
      }
      return Optional.empty();
    }
  }

  /** Everything that a decision says but the version, which a seeded fault changes. */
  private static List<Object> said(Decision decision) {
    List<Object> said = new ArrayList<>();
    said.add(decision.outcome());
    said.add(decision.reasons().stream().map(reason -> reason.rule()).toList());
    said.add(decision.unknowns());
    said.add(decision.validUntil());
    if (decision instanceof Decision.Challenge challenge) {
      said.add(challenge.challenges());
    } else if (decision instanceof Decision.Restrict restrict) {
      said.add(restrict.obligations());
    } else if (decision instanceof Decision.Deny deny) {
      said.add(deny.cause());
      said.add(deny.message());
    }
    said.add(decision.shadow().map(DifferentialProperties::said));
    return said;
  }
}
