package dev.zt.test.mutation;

import dev.zt.policy.Effect;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.Rule;
import dev.zt.policy.Scope;
import dev.zt.policy.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rules come down to, as single conditions. */
final class Formulas {
  static final SourceSpan NOWHERE = new SourceSpan("", 1, 1, 0);

  /** A condition that never holds. */
  static final Expr NEVER = new Expr.Or(List.of(), NOWHERE);

  private Formulas() {}

  /**
   * When a permit gives access, and when any other rule stands against it, targets aside; as far as
   * the request is not known, the former must be certain and the latter need not be.
   */
  static Expr of(Rule rule) {
    Expr requirement = rule.requirement();
    List<Expr> parts = parts(rule.scope());
    clause(rule.when(), false, parts);
    clause(rule.unless(), true, parts);
    if (rule.effect() == Effect.REQUIRE) {
      clause(requirement, true, parts);
    }
    return new Expr.And(parts, NOWHERE);
  }

  /** When an elevation could give access. */
  static Expr of(Elevation elevation) {
    List<Expr> parts = parts(elevation.scope());
    clause(elevation.when(), false, parts);
    return new Expr.And(parts, NOWHERE);
  }

  private static List<Expr> parts(Scope scope) {
    List<Expr> parts = new ArrayList<>();
    anyOf(scope.subjects(), parts);
    anyOf(scope.resources(), parts);
    return parts;
  }

  private static void anyOf(List<Expr> alternatives, List<Expr> parts) {
    if (!alternatives.isEmpty()) {
      parts.add(anyOf(alternatives));
    }
  }

  static Expr anyOf(List<Expr> alternatives) {
    return alternatives.size() == 1 ? alternatives.get(0) : new Expr.Or(alternatives, NOWHERE);
  }

  private static void clause(@Nullable Expr condition, boolean negated, List<Expr> parts) {
    if (condition != null) {
      parts.add(negated ? new Expr.Not(condition, NOWHERE) : condition);
    }
  }
}
