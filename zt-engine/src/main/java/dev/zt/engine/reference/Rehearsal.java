package dev.zt.engine.reference;

import dev.zt.Decision;
import dev.zt.engine.facts.Facts;
import dev.zt.engine.reference.Verdict.Step;
import dev.zt.policy.Elevation;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request, judged rule by rule and kept so, in order to learn what the decision would be if a
 * few rules were others: those alone are judged anew.
 *
 * <p>Every obligation counts as one that the application carries out; shadow rules are left out of
 * account. For one thread.
 */
public final class Rehearsal {
  private final PolicySet policies;
  private final Facts facts;
  private final long now;
  private @Nullable Map<String, Verdict> verdicts;

  /**
   * A request under these policies.
   *
   * @param now the instant of the decision in epoch milliseconds
   */
  public Rehearsal(PolicySet policies, Facts facts, long now) {
    this.policies = policies;
    this.facts = facts;
    this.now = now;
  }

  /** The decision under the policies as they are. */
  public Decision decide() {
    return ruling(verdicts());
  }

  /**
   * The decision under changed policies.
   *
   * @param rules what stands in the place of rules, by their ids; nothing where one is left out
   * @param elevations likewise
   */
  public Decision decide(
      Map<String, Optional<Rule>> rules, Map<String, Optional<Elevation>> elevations) {
    Evaluation evaluation = new Evaluation(policies, facts, now);
    Map<String, Verdict> changed = new LinkedHashMap<>(verdicts());
    changed.keySet().removeAll(rules.keySet());
    changed.keySet().removeAll(elevations.keySet());
    rules.values().forEach(rule -> rule.ifPresent(it -> judge(it, evaluation, changed)));
    elevations.values().forEach(each -> each.ifPresent(it -> judge(it, evaluation, changed)));
    return ruling(changed);
  }

  /** The decision if other things were declared, in the same places. */
  public Decision decide(Schema schema) {
    return ruling(verdicts(schema));
  }

  private Map<String, Verdict> verdicts() {
    if (verdicts == null) {
      verdicts = verdicts(policies.schema());
    }
    return verdicts;
  }

  private Map<String, Verdict> verdicts(Schema schema) {
    Evaluation evaluation = new Evaluation(policies, schema, facts, now);
    Map<String, Verdict> all = new LinkedHashMap<>();
    policies.rules().forEach(rule -> judge(rule, evaluation, all));
    policies.elevations().forEach(elevation -> judge(elevation, evaluation, all));
    return all;
  }

  private Decision ruling(Map<String, Verdict> of) {
    return new Ruling(List.copyOf(of.values()), obligation -> true, policies.policyVersion(), null)
        .decide();
  }

  private void judge(Rule rule, Evaluation evaluation, Map<String, Verdict> into) {
    if (!rule.shadow() && rule.scope().targets(facts.resource().type(), facts.action())) {
      Step step = ReferenceEvaluator.step(rule, obligation -> true);
      into.put(rule.id(), Verdict.of(rule, step, evaluation));
    }
  }

  private void judge(Elevation elevation, Evaluation evaluation, Map<String, Verdict> into) {
    if (elevation.scope().targets(facts.resource().type(), facts.action())) {
      into.put(elevation.id(), Verdict.of(elevation, evaluation));
    }
  }
}
