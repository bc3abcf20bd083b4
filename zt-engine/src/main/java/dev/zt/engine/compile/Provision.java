package dev.zt.engine.compile;

import dev.zt.Decision;
import dev.zt.Obligation;
import dev.zt.PolicyVersion;
import dev.zt.Reason;
import dev.zt.policy.Consequence;
import dev.zt.policy.Rule;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A rule as it counts in a decision; an elevation is a permit, once as far as it is granted and
 * once as far as it may be.
 *
 * @param number its place in the order of ids
 * @param step at which step it counts
 * @param formula of a permit, when it gives access; of every other rule, when it stands against it
 * @param scope when the request is in its scope
 * @param grounds those of a decision that it takes alone
 * @param unmet the message of a denial that it is the first reason of
 * @param notCarriedOut that message where the application does not carry out what it asks for
 */
record Provision(
    int number,
    Rule rule,
    Step step,
    Formula formula,
    Formula scope,
    Decision.Grounds grounds,
    String unmet,
    String notCarriedOut) {

  static Provision of(
      int number,
      Rule rule,
      Step step,
      Normalizer normalizer,
      Predicate<String> enforced,
      PolicyVersion policyVersion) {
    String unmet = unmet(rule);
    Reason reason =
        new Reason(rule.id(), rule.because(), rule.span().position(), rule.annotations());
    return new Provision(
        number,
        rule,
        step,
        step == Step.LENT ? normalizer.lent(rule) : normalizer.formula(rule),
        normalizer.scope(rule.scope()),
        new Decision.Grounds(List.of(reason), List.of(), Frame.EVER, policyVersion, null),
        unmet,
        rule.consequence() instanceof Consequence.Restricted restricted && step == Step.DENY
            ? notCarriedOut(rule, restricted, enforced)
            : unmet);
  }

  Reason reason() {
    return grounds.reasons().get(0);
  }

  /** This rule as if its scope were all there is to it. */
  Provision scopeAlone() {
    return with(scope);
  }

  /** This rule with another formula. */
  Provision with(Formula other) {
    return new Provision(number, rule, step, other, scope, grounds, unmet, notCarriedOut);
  }

  private static String unmet(Rule rule) {
    if (rule.because() != null) {
      return rule.because();
    }
    return switch (rule.effect()) {
      case FORBID -> "`" + rule.id() + "` forbids it";
      case PERMIT, RESTRICT, REQUIRE -> "`" + rule.id() + "` is not met";
    };
  }

  private static String notCarriedOut(
      Rule rule, Consequence.Restricted restricted, Predicate<String> enforced) {
    return restricted.obligations().stream()
        .map(Obligation::name)
        .filter(enforced.negate())
        .map(name -> "`" + name + "`")
        .collect(
            Collectors.joining(
                ", ",
                "`" + rule.id() + "` asks for ",
                ", which the application does not carry out"));
  }
}
