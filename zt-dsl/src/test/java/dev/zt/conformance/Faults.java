package dev.zt.conformance;

import dev.zt.Decision;
import dev.zt.Explanation;
import dev.zt.Outcome;
import dev.zt.policy.Effect;
import dev.zt.policy.Expr;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Deciders with one fault each, so that every law is seen to catch what it is there for. They are
 * made of the specification, which nothing has to be generated for.
 */
final class Faults {
  private Faults() {}

  /** Policies changed in one way; the same question is asked of them many times in a row. */
  private static final class Changed {
    private final UnaryOperator<PolicySet> change;
    private @Nullable PolicySet policies;
    private @Nullable PolicySet changed;

    Changed(UnaryOperator<PolicySet> change) {
      this.change = change;
    }

    synchronized PolicySet of(PolicySet asked) {
      PolicySet last = changed;
      if (last == null || policies != asked) {
        last = change.apply(asked);
        policies = asked;
        changed = last;
      }
      return last;
    }
  }

  private static final Changed LAST_OPERANDS =
      new Changed(policies -> mapped(policies, Faults::lastOperand));
  private static final Changed PERMITS =
      new Changed(policies -> only(policies, rule -> rule.effect() == Effect.PERMIT));
  private static final Changed WITHOUT_REQUIREMENTS =
      new Changed(policies -> only(policies, rule -> rule.effect() != Effect.REQUIRE));

  /** Skips a forbid whose condition is unknown, as engines do that treat an error as no match. */
  static final Decider SKIPS_UNKNOWN_FORBIDS =
      (policies, world, now) -> {
        Explanation explanation = Decider.explainer(policies, now).explain(world.request());
        Set<String> uncertain =
            explanation.rules().stream()
                .filter(rule -> rule.verdict().startsWith("forbids, because"))
                .map(Explanation.Rule::id)
                .collect(Collectors.toSet());
        return Decider.REFERENCE.decide(
            only(policies, rule -> !uncertain.contains(rule.id())), world, now);
      };

  /** Lets the first rule in order of id decide alone. */
  static final Decider FIRST_MATCH_WINS =
      (policies, world, now) -> {
        for (Rule rule : policies.rules()) {
          if (rule.effect() == Effect.PERMIT || rule.effect() == Effect.FORBID) {
            PolicySet alone = only(policies, each -> each.id().equals(rule.id()));
            Decision decision = Decider.REFERENCE.decide(alone, world, now);
            if (!decision.reasons().isEmpty()) {
              return decision;
            }
          }
        }
        return Decider.REFERENCE.decide(policies, world, now);
      };

  /** Permits when there are no rules at all. */
  static final Decider EMPTY_SET_PERMITS =
      (policies, world, now) -> {
        Decision decision = Decider.REFERENCE.decide(policies, world, now);
        return policies.rules().isEmpty()
            ? new Decision.Permit(
                new Decision.Grounds(
                    List.of(), List.of(), Long.MAX_VALUE, decision.policyVersion(), null))
            : decision;
      };

  /** Lets a permit override a forbid. */
  static final Decider PERMIT_OVERRIDES =
      (policies, world, now) -> {
        Decision permits = Decider.REFERENCE.decide(PERMITS.of(policies), world, now);
        return permits.outcome() == Outcome.PERMIT
            ? permits
            : Decider.REFERENCE.decide(policies, world, now);
      };

  /** Takes the end of a decision from the last operand of every connective. */
  static final Decider ENDS_WITH_THE_LAST_OPERAND =
      (policies, world, now) -> {
        Decision decision = Decider.REFERENCE.decide(policies, world, now);
        Decision last = Decider.REFERENCE.decide(LAST_OPERANDS.of(policies), world, now);
        Decision.Grounds grounds =
            new Decision.Grounds(
                decision.reasons(),
                decision.unknowns(),
                last.validUntil().equals(Instant.MAX)
                    ? Long.MAX_VALUE
                    : last.validUntil().toEpochMilli(),
                decision.policyVersion(),
                null);
        return decision.outcome() == Outcome.PERMIT ? new Decision.Permit(grounds) : decision;
      };

  /** Takes every value for a text. */
  static final Decider CASTS_BLINDLY =
      (policies, world, now) -> {
        for (Object value : world.request().subject().fields().values()) {
          String unused = (String) value;
        }
        return Decider.REFERENCE.decide(policies, world, now);
      };

  /** Forgets the requirements. */
  static final Decider IGNORES_REQUIREMENTS =
      (policies, world, now) ->
          Decider.REFERENCE.decide(WITHOUT_REQUIREMENTS.of(policies), world, now);

  private static @Nullable Expr lastOperand(@Nullable Expr condition) {
    if (condition instanceof Expr.And and) {
      return lastOperand(and.operands().get(and.operands().size() - 1));
    }
    if (condition instanceof Expr.Or or) {
      return lastOperand(or.operands().get(or.operands().size() - 1));
    }
    return condition;
  }

  private interface Rewriting {
    @Nullable Expr rewrite(@Nullable Expr condition);
  }

  private static PolicySet mapped(PolicySet policies, Rewriting rewriting) {
    List<Rule> rules =
        policies.rules().stream()
            .map(
                rule ->
                    new Rule(
                        rule.id(),
                        rule.effect(),
                        rule.shadow(),
                        rule.scope(),
                        rewriting.rewrite(rule.when()),
                        rewriting.rewrite(rule.unless()),
                        rewriting.rewrite(rule.requirement()),
                        rule.consequence(),
                        rule.because(),
                        rule.annotations(),
                        rule.span()))
            .toList();
    return with(policies, rules);
  }

  static PolicySet only(PolicySet policies, Predicate<Rule> which) {
    return with(policies, policies.rules().stream().filter(which).toList());
  }

  private static PolicySet with(PolicySet policies, List<Rule> rules) {
    return new PolicySet(
        policies.schema(),
        rules,
        policies.elevations(),
        policies.behaviors(),
        policies.openPlaces());
  }
}
