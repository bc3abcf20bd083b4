package dev.zt.engine.compile;

import dev.zt.policy.Effect;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.Schema;
import dev.zt.policy.Scope;
import dev.zt.policy.Type;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings the conditions of a policy set into the form in which they are compiled. */
final class Normalizer {
  /** A shared condition of fewer tests is found out again rather than remembered. */
  private static final int WORTH_SHARING = 2;

  private final Schema schema;
  private final Map<Expr, Uses> named = new HashMap<>();
  private final IdentityHashMap<Expr, Uses> namedByIdentity = new IdentityHashMap<>();
  private int shared;

  Normalizer(PolicySet policies) {
    schema = policies.schema();
    for (Rule rule : policies.rules()) {
      count(rule.scope());
      countIfAny(rule.when());
      countIfAny(rule.unless());
      countIfAny(rule.requirement());
    }
    for (Elevation elevation : policies.elevations()) {
      count(elevation.scope());
      countIfAny(elevation.when());
    }
  }

  private static final class Uses {
    int count;
    @Nullable Formula formula;
  }

  /** How many conditions are shared so far. */
  int shared() {
    return shared;
  }

  private void count(Scope scope) {
    countAll(scope.subjects());
    countAll(scope.resources());
  }

  private void countAll(List<Expr> conditions) {
    for (Expr condition : conditions) {
      count(condition);
    }
  }

  private void countIfAny(@Nullable Expr condition) {
    if (condition != null) {
      count(condition);
    }
  }

  /** A let within a let that is used twice is used once: the outer one is what is shared. */
  private void count(Expr condition) {
    if (condition instanceof Expr.Named use && use.type() == Type.Scalar.BOOL) {
      Uses uses = uses(use.body());
      if (uses.count++ > 0) {
        return;
      }
    }
    if (condition instanceof Expr.And
        || condition instanceof Expr.Or
        || condition instanceof Expr.Not
        || condition instanceof Expr.RiskCompare
        || condition instanceof Expr.Named) {
      countAll(ExprParts.of(condition));
    }
  }

  private Uses uses(Expr body) {
    return namedByIdentity.computeIfAbsent(
        body, it -> named.computeIfAbsent(it, first -> new Uses()));
  }

  /** When a permit gives access; when any other rule stands against it. */
  Formula formula(Rule rule) {
    List<Formula> parts = new ArrayList<>();
    parts.add(scope(rule.scope()));
    if (rule.when() != null) {
      parts.add(of(rule.when()));
    }
    if (rule.unless() != null) {
      parts.add(of(rule.unless()).not());
    }
    if (rule.effect() == Effect.REQUIRE && rule.requirement() != null) {
      parts.add(of(rule.requirement()).not());
    }
    return Formula.all(parts);
  }

  /** When an elevation that stands as a permit gives access: it must have been granted. */
  Formula lent(Rule permit) {
    Expr granted = new Expr.ElevationActive(permit.id(), permit.span());
    return Formula.all(List.of(formula(permit), of(granted)));
  }

  /** When a request is in a scope whose targets hold it. */
  Formula scope(Scope scope) {
    return Formula.all(List.of(anyOf(scope.subjects()), anyOf(scope.resources())));
  }

  private Formula anyOf(List<Expr> alternatives) {
    return alternatives.isEmpty() ? Formula.TRUE : Formula.any(all(alternatives));
  }

  private List<Formula> all(List<Expr> conditions) {
    List<Formula> formulas = new ArrayList<>();
    for (Expr condition : conditions) {
      formulas.add(of(condition));
    }
    return formulas;
  }

  private Formula of(Expr condition) {
    if (condition instanceof Expr.And and) {
      return Formula.all(all(and.operands()));
    }
    if (condition instanceof Expr.Or or) {
      return Formula.any(all(or.operands()));
    }
    if (condition instanceof Expr.Not not) {
      return of(not.operand()).not();
    }
    if (condition instanceof Expr.Named use) {
      return named(use.body());
    }
    if (condition instanceof Expr.Literal literal && literal.value() instanceof Value.Bool bool) {
      return bool.value() ? Formula.TRUE : Formula.FALSE;
    }
    if (condition instanceof Expr.RiskCompare risk) {
      return new Formula.Score(
          risk.terms().stream()
              .map(term -> new Formula.Score.Term(term.weight(), of(term.condition())))
              .toList(),
          risk.op(),
          risk.threshold(),
          true);
    }
    return new Formula.Test(condition, true, Timing.isTimed(condition, schema), Cost.of(condition));
  }

  private Formula named(Expr body) {
    Uses uses = uses(body);
    if (uses.formula == null) {
      Formula formula = of(body);
      uses.formula =
          uses.count > 1 && formula.size() >= WORTH_SHARING
              ? new Formula.Shared(shared++, formula, true)
              : formula;
    }
    return uses.formula;
  }
}
