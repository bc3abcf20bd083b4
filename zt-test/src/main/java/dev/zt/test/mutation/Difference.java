package dev.zt.test.mutation;

import dev.zt.Decision;
import dev.zt.Reason;
import dev.zt.dsl.suite.Expectation;
import dev.zt.test.Judge;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a test can tell one decision from another: by the outcome, by the challenges or obligations,
 * or by a rule that decided.
 *
 * @param expected what holds of the one and not of the other
 * @param byOutcome whether the outcomes differ
 */
record Difference(Expectation expected, boolean byOutcome) {

  /**
   * The difference.
   *
   * @param rules ids of rules that are named before others
   * @return null when no test can tell
   */
  static @Nullable Difference between(Decision original, Decision other, List<String> rules) {
    List<String> deciding = original.reasons().stream().map(Reason::rule).toList();
    if (original.outcome() != other.outcome()) {
      List<String> by = deciding.stream().filter(rules::contains).limit(1).toList();
      return new Difference(expectation(original, false, by), true);
    }
    Expectation calls = expectation(original, true, List.of());
    if (!Judge.meets(calls, other)) {
      return new Difference(calls, false);
    }
    Set<String> others = other.reasons().stream().map(Reason::rule).collect(Collectors.toSet());
    return deciding.stream()
        .filter(each -> !others.contains(each))
        .findFirst()
        .map(each -> new Difference(expectation(original, false, List.of(each)), false))
        .orElse(null);
  }

  private static Expectation expectation(Decision decision, boolean calls, List<String> by) {
    return new Expectation(
        decision.outcome(),
        calls && decision instanceof Decision.Challenge challenge
            ? challenge.challenges()
            : List.of(),
        calls && decision instanceof Decision.Restrict restrict
            ? restrict.obligations()
            : List.of(),
        by);
  }
}
