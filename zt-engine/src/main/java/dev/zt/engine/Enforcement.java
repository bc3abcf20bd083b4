package dev.zt.engine;

import dev.zt.Decision;
import dev.zt.DenyCause;
import dev.zt.Explanation;
import dev.zt.Request;
import dev.zt.engine.compile.CompiledEvaluator;
import dev.zt.engine.compile.Draft;
import dev.zt.engine.facts.Binding;
import dev.zt.engine.facts.BoundRequest;
import dev.zt.engine.facts.Claim;
import dev.zt.engine.facts.Intake;
import dev.zt.engine.facts.Layout;
import dev.zt.engine.facts.Questions;
import dev.zt.engine.facts.RecordReaders;
import dev.zt.engine.facts.Surroundings;
import dev.zt.engine.reference.ReferenceEvaluator;
import dev.zt.engine.signal.SignalPlan;
import dev.zt.policy.PolicySet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A policy set in force: how its requests are bound and judged. Immutable, so that a check sees one
 * version from beginning to end.
 */
record Enforcement(
    PolicySet policies,
    Layout layout,
    SignalPlan signals,
    AuditMarks marks,
    ReferenceEvaluator reference,
    @Nullable CompiledEvaluator compiled) {
  static Enforcement of(
      PolicySet policies, Predicate<String> enforced, Evaluator evaluator, Intake intake) {
    Draft draft = evaluator.draft(policies, enforced);
    Layout layout =
        draft == null
            ? Layout.of(policies, Questions.NONE, RecordReaders.NONE, intake)
            : Layout.of(policies, draft.questions(), draft.records(), intake);
    return new Enforcement(
        policies,
        layout,
        SignalPlan.of(policies, layout),
        new AuditMarks(policies),
        new ReferenceEvaluator(policies, enforced),
        evaluator.compiled(draft, layout));
  }

  Decision decide(Request request, Surroundings surroundings, long now) {
    Claim claim = layout.claim(request);
    return claim instanceof BoundRequest bound
        ? decide(bound, surroundings, now)
        : undeclared(((Claim.Refused) claim).cause());
  }

  Decision decide(BoundRequest request, Surroundings surroundings, long now) {
    return compiled == null
        ? reference.decide(request.facts(surroundings), now)
        : compiled.decide(request, surroundings, now);
  }

  Explanation explain(Request request, Surroundings surroundings, long now) {
    Binding binding = layout.bind(request, surroundings);
    if (binding instanceof Binding.Bound bound) {
      return reference.explain(bound.facts(), request.toString(), now);
    }
    return unexplained(request, undeclared((Binding.Undeclared) binding));
  }

  /** What there is to say of a denial that no rule had a part in. */
  static Explanation unexplained(Request request, Decision.Deny decision) {
    String text = "DENY: " + decision.message() + "\n" + request + "\n";
    return new Explanation(request.toString(), decision, List.of(), List.of(), text);
  }

  private Decision.Deny undeclared(Binding.Undeclared undeclared) {
    return new Decision.Deny(
        new Decision.Grounds(List.of(), List.of(), Long.MAX_VALUE, policies.policyVersion(), null),
        DenyCause.UNDECLARED,
        undeclared.message());
  }
}
