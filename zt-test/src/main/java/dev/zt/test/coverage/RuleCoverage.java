package dev.zt.test.coverage;

import dev.zt.policy.SourceSpan;
import java.util.List;
import java.util.Objects;

/**
 * How the tests look at one rule or elevation.
 *
 * @param id the rule's id
 * @param kind what it is
 * @param shadow whether it is only reported; it then decides what the decision would be
 * @param span where its label stands
 * @param reach how near the cases came to it
 * @param decided the cases in which it decided
 * @param outcomes what it can come to; what no request makes it come to is not among them
 * @param conditions its atomic conditions, in the order written
 */
public record RuleCoverage(
    String id,
    Kind kind,
    boolean shadow,
    SourceSpan span,
    Reach reach,
    List<TestedCase> decided,
    List<OutcomeCoverage> outcomes,
    List<ConditionCoverage> conditions) {
  public RuleCoverage {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(reach, "reach");
    decided = List.copyOf(decided);
    outcomes = List.copyOf(outcomes);
    conditions = List.copyOf(conditions);
  }

  /** Whether it decided in some case. */
  public boolean isCovered() {
    return reach == Reach.DECIDED;
  }

  /** The label, without the module. */
  public String label() {
    return id.substring(id.lastIndexOf('.') + 1);
  }
}
