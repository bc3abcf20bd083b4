package dev.zt.engine.reference;

import dev.zt.Decision;
import dev.zt.Explanation;
import dev.zt.Obligation;
import dev.zt.PolicyVersion;
import dev.zt.engine.facts.Facts;
import dev.zt.engine.reference.Verdict.Step;
import dev.zt.policy.Consequence;
import dev.zt.policy.Elevation;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Decides by the letter of the language reference: every rule whose targets hold the resource's
 * type and the action is evaluated in full. Slow on purpose; immutable and thread-safe.
 */
public final class ReferenceEvaluator {
  private final PolicySet policies;
  private final Predicate<String> enforced;

  /**
   * An evaluator of these policies.
   *
   * @param enforced whether the application carries out the obligation of that name
   */
  public ReferenceEvaluator(PolicySet policies, Predicate<String> enforced) {
    this.policies = policies;
    this.enforced = enforced;
  }

  /**
   * Decides one request.
   *
   * @param now the instant of the decision in epoch milliseconds
   */
  public Decision decide(Facts facts, long now) {
    return decide(verdicts(new Evaluation(policies, facts, now), facts));
  }

  /** Decides one request and says how. */
  public Explanation explain(Facts facts, String request, long now) {
    return explain(facts, request, now, UnaryOperator.identity());
  }

  /**
   * Decides one request and says how.
   *
   * @param last what is done with the decision before it is told
   */
  public Explanation explain(Facts facts, String request, long now, UnaryOperator<Decision> last) {
    Evaluation evaluation = new Evaluation(policies, facts, now);
    List<Verdict> verdicts = verdicts(evaluation, facts);
    return new Explainer(policies, evaluation, facts, request)
        .explain(last.apply(decide(verdicts)), verdicts, now);
  }

  /**
   * The ids of the permits and active elevations that apply, whatever else is decided. Where access
   * was given and what it changed leaves none that applies, those that may have given it.
   */
  public List<String> giving(Facts facts, long now) {
    List<Verdict> permits =
        verdicts(new Evaluation(policies, facts, now), facts).stream()
            .filter(each -> !each.shadow())
            .filter(each -> each.step() == Step.PERMIT || each.step() == Step.ELEVATE)
            .toList();
    List<String> applying =
        permits.stream().filter(each -> each.permits().isTrue()).map(Verdict::id).toList();
    return applying.isEmpty()
        ? permits.stream()
            .filter(each -> !each.scope().isFalse() && !each.grant().isFalse())
            .map(Verdict::id)
            .toList()
        : applying;
  }

  /** What single expressions come to for one request. */
  public Trace trace(Facts facts, long now) {
    return new Trace(new Evaluation(policies, facts, now));
  }

  private Decision decide(List<Verdict> verdicts) {
    boolean shadowed = verdicts.stream().anyMatch(each -> each.shadow() && !each.scope().isFalse());
    PolicyVersion version = policies.policyVersion();
    Decision shadow = shadowed ? new Ruling(verdicts, enforced, version, null).decide() : null;
    List<Verdict> enforcedOnes = verdicts.stream().filter(each -> !each.shadow()).toList();
    return new Ruling(enforcedOnes, enforced, version, shadow).decide();
  }

  private List<Verdict> verdicts(Evaluation evaluation, Facts facts) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Rule rule : policies.rules()) {
      if (rule.scope().targets(facts.resource().type(), facts.action())) {
        verdicts.add(Verdict.of(rule, step(rule, enforced), evaluation));
      }
    }
    for (Elevation elevation : policies.elevations()) {
      if (elevation.scope().targets(facts.resource().type(), facts.action())) {
        verdicts.add(Verdict.of(elevation, evaluation));
      }
    }
    return verdicts;
  }

  /** At which step a rule counts. */
  static Step step(Rule rule, Predicate<String> enforced) {
    return switch (rule.effect()) {
      case PERMIT -> Step.PERMIT;
      case FORBID -> Step.FORBID;
      case RESTRICT, REQUIRE -> step(rule.consequence(), enforced);
    };
  }

  private static Step step(@Nullable Consequence consequence, Predicate<String> enforced) {
    if (consequence instanceof Consequence.Challenged) {
      return Step.CHALLENGE;
    }
    boolean carriedOut =
        consequence instanceof Consequence.Restricted restricted
            && restricted.obligations().stream().map(Obligation::name).allMatch(enforced);
    return carriedOut ? Step.RESTRICT : Step.DENY;
  }
}
