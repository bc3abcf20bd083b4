package dev.zt.test;

import dev.zt.Decision;
import dev.zt.DenyCause;
import dev.zt.Explanation;
import dev.zt.Request;
import dev.zt.dsl.suite.Expectation;
import dev.zt.dsl.suite.Precedent;
import dev.zt.dsl.suite.Situation;
import dev.zt.engine.Past;
import dev.zt.engine.facts.Binding;
import dev.zt.engine.facts.Intake;
import dev.zt.engine.facts.Layout;
import dev.zt.engine.facts.Surroundings;
import dev.zt.engine.reference.ReferenceEvaluator;
import dev.zt.policy.PolicySet;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Judges prepared cases by one policy set, which may be another than the one they were prepared
 * for, as long as it declares the same things: a changed rule costs no more than a new judge.
 *
 * <p>Every obligation counts as one that the application carries out. What happens before a case in
 * its test is remembered, and nothing else. Thread-safe.
 */
public final class Judge {
  private final PolicySet policies;
  private final ReferenceEvaluator evaluator;
  private final Runnability runnability;
  private final Requests requests;
  private final Layout layout;
  private final Memories memories;

  private Judge(PolicySet policies) {
    this.policies = Objects.requireNonNull(policies, "policies");
    this.evaluator = new ReferenceEvaluator(policies, obligation -> true);
    this.runnability = Runnability.of(policies);
    this.requests = new Requests(policies.schema());
    this.layout = Layout.of(policies.schema(), new Intake());
    this.memories = new Memories(policies);
  }

  /** A judge by these policies. */
  public static Judge of(PolicySet policies) {
    return new Judge(policies);
  }

  /** The policies that it judges by. */
  public PolicySet policies() {
    return policies;
  }

  /** What comes of a case. */
  public CaseResult judge(PreparedCase prepared) {
    String reason = runnability.reasonAgainst(prepared, past(prepared));
    if (reason != null) {
      return new CaseResult.NotRunnable(prepared, reason);
    }
    Decision decision = decide(prepared);
    List<String> differences = Differences.between(prepared.expected(), decision);
    return differences.isEmpty()
        ? new CaseResult.Passed(prepared, decision)
        : new CaseResult.Failed(prepared, decision, differences);
  }

  /** Whether a decision is as expected. */
  public static boolean meets(Expectation expected, Decision decision) {
    return Differences.between(expected, decision).isEmpty();
  }

  /** The decision on a case, whatever it expects. */
  public Decision decide(PreparedCase prepared) {
    return decide(prepared, prepared.request(), prepared.now());
  }

  /** The decision on another request in place of a case's, at another instant. */
  public Decision decide(PreparedCase prepared, Request request, Instant now) {
    return decide(prepared.layout().bind(request, surroundings(prepared)), now);
  }

  /** The decision on what a situation asks, after what happens before. */
  public Decision decide(Situation situation, List<Precedent> before) {
    Instant now = situation.now();
    return decide(
        layout.bind(requests.of(situation), memories.surroundings(before)),
        now == null ? Instant.EPOCH : now);
  }

  private Decision decide(Binding binding, Instant now) {
    return binding instanceof Binding.Bound bound
        ? evaluator.decide(bound.facts(), now.toEpochMilli())
        : undeclared((Binding.Undeclared) binding);
  }

  private Surroundings surroundings(PreparedCase prepared) {
    return memories.surroundings(prepared.testCase().before());
  }

  /** What happened before a case. */
  Past past(PreparedCase prepared) {
    return memories.after(prepared.testCase().before());
  }

  /** How the decision on a case comes about. */
  public Explanation explain(PreparedCase prepared) {
    Request request = prepared.request();
    Binding binding = prepared.layout().bind(request, surroundings(prepared));
    if (binding instanceof Binding.Bound bound) {
      return evaluator.explain(bound.facts(), request.toString(), prepared.now().toEpochMilli());
    }
    Decision.Deny decision = undeclared((Binding.Undeclared) binding);
    return new Explanation(
        request.toString(), decision, List.of(), List.of(), "DENY: " + decision.message() + "\n");
  }

  private Decision.Deny undeclared(Binding.Undeclared undeclared) {
    return new Decision.Deny(
        new Decision.Grounds(List.of(), List.of(), Long.MAX_VALUE, policies.version(), null),
        DenyCause.UNDECLARED,
        undeclared.message());
  }
}
