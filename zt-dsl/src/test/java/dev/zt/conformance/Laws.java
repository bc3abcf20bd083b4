package dev.zt.conformance;

import dev.zt.Decision;
import dev.zt.DenyCause;
import dev.zt.Outcome;
import dev.zt.policy.Effect;
import dev.zt.policy.PolicySet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold of every decider. Each law answers what contradicts it, or nothing. */
final class Laws {
  private Laws() {}

  static final Instant NOW = Instant.parse(Worlds.NOW);

  /** Hiding any fact, entity or signal never raises the outcome. */
  static Optional<String> hidingNeverRaises(Decider decider, PolicySet policies, World world) {
    Outcome open = decider.decide(policies, world, NOW).outcome();
    List<World> poorer = new ArrayList<>();
    world.places().forEach(place -> poorer.add(world.hiding(place)));
    world.facts().keySet().forEach(owner -> poorer.add(world.hiding(owner)));
    return poorer.stream()
        .filter(less -> decider.decide(policies, less, NOW).outcome().compareTo(open) > 0)
        .findFirst()
        .map(less -> open + " was raised by hiding: " + less);
  }

  /** Until it says so, and while nothing else changes, the outcome of a decision stands. */
  static Optional<String> standsUntilItSaysSo(Decider decider, PolicySet policies, World world) {
    Decision decision = decider.decide(policies, world, NOW);
    Instant end = decision.validUntil();
    if (!end.isAfter(NOW)) {
      return Optional.of("is not even valid now: " + decision);
    }
    for (Instant later : instants(end)) {
      Outcome then = decider.decide(policies, world, later).outcome();
      if (then != decision.outcome()) {
        return Optional.of(decision + " was " + then + " at " + later);
      }
    }
    return Optional.empty();
  }

  private static List<Instant> instants(Instant end) {
    List<Instant> instants = new ArrayList<>();
    for (long millis : new long[] {1, 10_000, 20_000, 20_001, 30_000, 30_001, 60_000, 120_000}) {
      instants.add(NOW.plusMillis(millis));
    }
    for (long minutes : new long[] {5, 10, 15, 16, 60, 61, 480, 540, 1_440, 10_080, 44_640}) {
      instants.add(NOW.plus(Duration.ofMinutes(minutes)));
    }
    if (!end.equals(Instant.MAX)) {
      instants.add(end.minusMillis(1));
      instants.add(NOW.plus(Duration.between(NOW, end).dividedBy(2)));
    }
    return instants.stream().filter(instant -> instant.isBefore(end)).toList();
  }

  /** Without a permit or an elevation there is no access, and a forbid that may apply denies. */
  static Optional<String> noAccessWithoutPermit(
      Decider decider, PolicySet withoutPermits, World world) {
    Decision decision = decider.decide(withoutPermits, world, NOW);
    return decision.outcome() == Outcome.DENY
        ? Optional.empty()
        : Optional.of("nothing permits, and yet: " + decision);
  }

  /** A forbid that may apply denies, whatever else there is. */
  static Optional<String> forbidsDeny(Decider decider, PolicySet policies, World world) {
    PolicySet forbids =
        Faults.only(policies, rule -> rule.effect() == Effect.FORBID && !rule.shadow());
    Decision alone = Decider.REFERENCE.decide(forbids, world, NOW);
    boolean forbidden = alone instanceof Decision.Deny deny && deny.cause() == DenyCause.FORBIDDEN;
    Decision decision = decider.decide(policies, world, NOW);
    return forbidden && decision.outcome() != Outcome.DENY
        ? Optional.of("a forbid applies, and yet: " + decision)
        : Optional.empty();
  }

  /** A lower set never decides higher than a higher one. */
  static Optional<String> notAbove(
      Decider decider, PolicySet lower, PolicySet higher, World world) {
    Decision low = decider.decide(lower, world, NOW);
    Decision high = decider.decide(higher, world, NOW);
    return low.outcome().compareTo(high.outcome()) <= 0
        ? Optional.empty()
        : Optional.of(low + " is above " + high);
  }

  /** A denial names what denies: rules, or none of them by default. */
  static Optional<String> denialsNameTheirRules(Decider decider, PolicySet policies, World world) {
    Decision decision = decider.decide(policies, world, NOW);
    if (decision instanceof Decision.Deny deny) {
      boolean silent =
          deny.cause() == DenyCause.NOT_PERMITTED || deny.cause() == DenyCause.UNDECLARED;
      return deny.reasons().isEmpty() == silent
          ? Optional.empty()
          : Optional.of("wrong reasons: " + deny);
    }
    return decision.reasons().isEmpty() ? Optional.of("no reasons: " + decision) : Optional.empty();
  }
}
