package dev.zt.test.assertion;

import dev.zt.Authorizer;
import dev.zt.Decision;
import dev.zt.Outcome;
import dev.zt.Request;
import java.util.Locale;
import java.util.stream.Collectors;

/** A decision, and who can say how it came about. */
record Answer(Authorizer authorizer, Request request, Decision decision, String description) {
  /** The decision as the form that the outcome has. */
  <D extends Decision> D as(Class<D> form, Outcome outcome) {
    if (!form.isInstance(decision)) {
      throw failure("expected " + word(outcome) + ", but it is " + said());
    }
    return form.cast(decision);
  }

  /** The error that says what is wrong, and how the decision came about. */
  AssertionError failure(String difference) {
    StringBuilder text = new StringBuilder();
    if (!description.isEmpty()) {
      text.append('[').append(description).append("] ");
    }
    text.append(request).append(": ").append(difference).append('\n');
    authorizer
        .explain(request)
        .text()
        .lines()
        .forEach(line -> text.append(line.isEmpty() ? "" : "  ").append(line).append('\n'));
    return new AssertionError(text.toString());
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
    return decision.reasons().isEmpty() ? word : word + " by " + rules();
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
