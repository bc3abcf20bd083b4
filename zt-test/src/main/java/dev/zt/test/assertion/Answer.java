package dev.zt.test.assertion;

import dev.zt.Authorizer;
import dev.zt.Decision;
import dev.zt.Outcome;
import dev.zt.Request;
import dev.zt.engine.Engine;
import dev.zt.test.RulesText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A decision, and who can say how it came about. */
record Answer(Authorizer authorizer, Request request, Decision decision, String description) {
  /** The decision as the form that the outcome has. */
  <D extends Decision> D as(Class<D> form, Outcome outcome) {
    if (!form.isInstance(decision)) {
      throw failure(outcome, List.of(), "expected " + word(outcome) + ", but it is " + said());
    }
    return form.cast(decision);
  }

  /** The error that says what is wrong, and how the decision came about. */
  AssertionError failure(String difference, String... by) {
    return failure(decision.outcome(), List.of(by), difference);
  }

  private AssertionError failure(Outcome expected, List<String> by, String difference) {
    String beginning = description.isEmpty() ? "" : "[" + description + "] ";
    RulesText rules = RulesText.of(authorizer instanceof Engine engine ? engine.policies() : null);
    return new AssertionError(
        beginning
            + request
            + ": "
            + difference
            + "\n"
            + rules.of(authorizer.explain(request), expected, by));
  }

  /** The outcome with its challenges or obligations, as a policy writes them. */
  private String said() {
    String word = word(decision.outcome());
    if (decision instanceof Decision.Challenge challenge) {
      return word + " " + Calls.joined(challenge.challenges());
    }
    if (decision instanceof Decision.Restrict restrict) {
      return word + " " + Calls.joined(restrict.obligations());
    }
    return decision instanceof Decision.Deny deny ? word + ": " + deny.message() : word;
  }

  /** The ids of the rules that decided. */
  String rules() {
    return decision.reasons().stream()
        .map(reason -> reason.rule())
        .collect(Collectors.joining(", "));
  }

  private static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}
