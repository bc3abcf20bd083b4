package dev.zt.test.mutation;

import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.Rule;
import dev.zt.policy.Scope;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts other expressions in the place of some. The body of a let is rewritten once, however often
 * it is used. Not thread-safe.
 */
final class Rewriting {
  private final Function<Expr, @Nullable Expr> change;
  private final IdentityHashMap<Expr, Expr> done = new IdentityHashMap<>();

  /**
   * A rewriting.
   *
   * @param change what stands in the place of an expression, or null when it stays
   */
  Rewriting(Function<Expr, @Nullable Expr> change) {
    this.change = change;
  }

  Expr of(Expr expr) {
    Expr known = done.get(expr);
    if (known == null) {
      Expr changed = change.apply(expr);
      known = changed == null ? withParts(expr) : changed;
      done.put(expr, known);
    }
    return known;
  }

  private Expr withParts(Expr expr) {
    List<Expr> parts = new ArrayList<>();
    boolean same = true;
    for (Expr part : ExprParts.of(expr)) {
      Expr changed = of(part);
      same &= changed == part;
      parts.add(changed);
    }
    return same ? expr : Rebuild.of(expr, parts);
  }

  private @Nullable Expr clause(@Nullable Expr expr) {
    return expr == null ? null : of(expr);
  }

  private List<Expr> all(List<Expr> exprs) {
    return exprs.stream().map(this::of).toList();
  }

  private Scope of(Scope scope) {
    return new Scope(all(scope.subjects()), scope.targets(), all(scope.resources()));
  }

  Rule of(Rule rule) {
    return new Rule(
        rule.id(),
        rule.effect(),
        rule.shadow(),
        of(rule.scope()),
        clause(rule.when()),
        clause(rule.unless()),
        clause(rule.requirement()),
        rule.consequence(),
        rule.because(),
        rule.annotations(),
        rule.span());
  }

  Elevation of(Elevation elevation) {
    return new Elevation(
        elevation.id(),
        elevation.name(),
        of(elevation.scope()),
        clause(elevation.when()),
        elevation.atMost(),
        elevation.approval(),
        elevation.reasonRequired(),
        elevation.annotations(),
        elevation.span());
  }
}
