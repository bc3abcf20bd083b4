package dev.zt.test.mutation;

import dev.zt.policy.Consequence;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.Rule;
import dev.zt.policy.Scope;
import org.jspecify.annotations.Nullable;

/** Rules that are like others in all but one thing. */
final class Altered {
  private Altered() {}

  static Rule scope(Rule rule, Scope scope) {
    return rule(rule, rule.shadow(), scope, rule.when(), rule.unless(), rule.consequence());
  }

  static Rule shadow(Rule rule) {
    return rule(rule, true, rule.scope(), rule.when(), rule.unless(), rule.consequence());
  }

  static Rule guard(Rule rule, @Nullable Expr when, @Nullable Expr unless) {
    return rule(rule, rule.shadow(), rule.scope(), when, unless, rule.consequence());
  }

  static Rule consequence(Rule rule, Consequence consequence) {
    return rule(rule, rule.shadow(), rule.scope(), rule.when(), rule.unless(), consequence);
  }

  private static Rule rule(
      Rule rule,
      boolean shadow,
      Scope scope,
      @Nullable Expr when,
      @Nullable Expr unless,
      @Nullable Consequence consequence) {
    return new Rule(
        rule.id(),
        rule.effect(),
        shadow,
        scope,
        when,
        unless,
        rule.requirement(),
        consequence,
        rule.because(),
        rule.annotations(),
        rule.span());
  }

  static Elevation scope(Elevation elevation, Scope scope) {
    return new Elevation(
        elevation.id(),
        elevation.name(),
        scope,
        elevation.when(),
        elevation.atMost(),
        elevation.approval(),
        elevation.reasonRequired(),
        elevation.annotations(),
        elevation.span());
  }
}
