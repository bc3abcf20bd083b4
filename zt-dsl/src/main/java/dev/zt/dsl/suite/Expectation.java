package dev.zt.dsl.suite;

import dev.zt.Challenge;
import dev.zt.Obligation;
import dev.zt.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a case expects of a decision.
 *
 * @param outcome the outcome
 * @param challenges the challenges that there must be, and no others; empty when any will do
 * @param obligations the obligations that there must be, and no others; empty when any will do
 * @param by ids of rules that must be among those that decided
 */
public record Expectation(
    Outcome outcome, List<Challenge> challenges, List<Obligation> obligations, List<String> by) {
  public Expectation {
    Objects.requireNonNull(outcome, "outcome");
    challenges = List.copyOf(challenges);
    obligations = List.copyOf(obligations);
    by = List.copyOf(by);
  }

  /** As a test writes it: {@code challenge mfa by acme.payroll.fresh_mfa}. */
  @Override
  public String toString() {
    String calls =
        challenges.isEmpty()
            ? joined(obligations)
            : challenges.stream().map(Challenge::toString).collect(Collectors.joining(", "));
    String word = outcome.name().toLowerCase(Locale.ROOT);
    return word
        + (calls.isEmpty() ? "" : " " + calls)
        + (by.isEmpty() ? "" : " by " + String.join(", ", by));
  }

  private static String joined(List<Obligation> obligations) {
    return obligations.stream().map(Obligation::toString).collect(Collectors.joining(", "));
  }
}
