package dev.zt.test.coverage;

import dev.zt.Challenge;
import dev.zt.Decision;
import dev.zt.Obligation;
import dev.zt.dsl.suite.Expectation;
import java.util.List;
import java.util.Map;

/** What a case expects so that it holds today. */
final class Expected {
  private Expected() {}

  /**
   * The outcome, its challenges or obligations by name, and the rule where it decides.
   *
   * @param rule the id of the rule that the case is about
   */
  static Expectation of(Decision decision, String rule) {
    boolean decides = decision.reasons().stream().anyMatch(each -> each.rule().equals(rule));
    return new Expectation(
        decision.outcome(),
        decision instanceof Decision.Challenge challenge
            ? byName(challenge.challenges())
            : List.of(),
        decision instanceof Decision.Restrict restrict
            ? restrict.obligations().stream()
                .map(each -> new Obligation(each.name(), Map.of()))
                .distinct()
                .toList()
            : List.of(),
        decides ? List.of(rule) : List.of());
  }

  /** A choice beside other challenges cannot be written. */
  private static List<Challenge> byName(List<Challenge> challenges) {
    return challenges.size() > 1 && challenges.stream().anyMatch(Challenge::isChoice)
        ? List.of()
        : challenges.stream().map(Expected::byName).distinct().toList();
  }

  private static Challenge byName(Challenge challenge) {
    return new Challenge(
        challenge.alternatives().stream()
            .map(each -> new Challenge.Step(each.name(), Map.of()))
            .toList());
  }
}
