package dev.zt.examples.nist;

import dev.zt.Decision;
import dev.zt.Outcome;
import dev.zt.Reason;
import java.util.stream.Collectors;

/**
 * What was decided of a request of which something else was expected.
 *
 * @param question the request
 * @param expected the outcome that was published for it
 * @param published the words that it was published in
 * @param decision what was decided
 */
record Answer(Question question, Outcome expected, String published, Decision decision) {
  /** The ids of the deciding rules; empty when no rule permitted. */
  String decidedBy() {
    return decision.reasons().stream().map(Reason::rule).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    String by = decidedBy().isEmpty() ? "default, no permit applies" : decidedBy();
    return question.party().name()
        + " "
        + question.request().action()
        + " "
        + question.request().resource().reference()
        + ": expected "
        + expected
        + " (\""
        + published
        + "\"), got "
        + decision.outcome()
        + " by "
        + by;
  }
}
