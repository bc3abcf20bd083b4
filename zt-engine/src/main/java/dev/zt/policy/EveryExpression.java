package dev.zt.policy;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Walks every expression of a set; what stands behind a name once, however often it is used. */
public final class EveryExpression {
  private final Consumer<Expr> visitor;
  private final Set<Expr> walked = Collections.newSetFromMap(new IdentityHashMap<>());

  private EveryExpression(Consumer<Expr> visitor) {
    this.visitor = visitor;
  }

  /** Walks the rules, elevations and behaviors. */
  public static void of(PolicySet set, Consumer<Expr> visitor) {
    EveryExpression walk = new EveryExpression(visitor);
    for (Rule rule : set.rules()) {
      walk.rule(rule);
    }
    for (Elevation elevation : set.elevations()) {
      walk.elevation(elevation);
    }
    for (Behavior behavior : set.behaviors()) {
      walk.behavior(behavior);
    }
  }

  /** Walks one rule. */
  public static void of(Rule rule, Consumer<Expr> visitor) {
    new EveryExpression(visitor).rule(rule);
  }

  /** Walks one elevation, without what it says of approvers. */
  public static void ofAccess(Elevation elevation, Consumer<Expr> visitor) {
    new EveryExpression(visitor).access(elevation);
  }

  private void rule(Rule rule) {
    scope(rule.scope());
    optional(rule.when());
    optional(rule.unless());
    optional(rule.requirement());
  }

  private void access(Elevation elevation) {
    scope(elevation.scope());
    optional(elevation.when());
  }

  private void elevation(Elevation elevation) {
    access(elevation);
    Elevation.Approval approval = elevation.approval();
    if (approval != null) {
      all(approval.approvers());
      optional(approval.when());
    }
  }

  private void behavior(Behavior behavior) {
    all(behavior.values());
    optional(behavior.where());
    all(behavior.keys());
    if (behavior.source() instanceof Behavior.Source.Decisions decisions) {
      scope(decisions.scope());
    }
  }

  private void scope(Scope scope) {
    all(scope.subjects());
    all(scope.resources());
  }

  private void all(List<Expr> exprs) {
    for (Expr expr : exprs) {
      walk(expr);
    }
  }

  private void optional(@Nullable Expr expr) {
    if (expr != null) {
      walk(expr);
    }
  }

  private void walk(Expr expr) {
    visitor.accept(expr);
    boolean named =
        expr instanceof Expr.Named
            || expr instanceof Expr.RiskCompare
            || expr instanceof Expr.Derived;
    for (Expr part : ExprParts.of(expr)) {
      if (!named || walked.add(part)) {
        walk(part);
      }
    }
  }
}
