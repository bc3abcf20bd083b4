package dev.zt.dsl.check.polarity;

import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import java.util.IdentityHashMap;

/**
 * Which expressions hold a {@code known} or a {@code default}. What stands behind a name is looked
 * at once, however often it is used.
 */
final class Uses {
  private final IdentityHashMap<Expr, Boolean> behindNames = new IdentityHashMap<>();

  boolean in(Expr expr) {
    if (expr instanceof Expr.Known || expr instanceof Expr.Default) {
      return true;
    }
    boolean named = expr instanceof Expr.Named || expr instanceof Expr.RiskCompare;
    for (Expr part : ExprParts.of(expr)) {
      if (named ? behindName(part) : in(part)) {
        return true;
      }
    }
    return false;
  }

  private boolean behindName(Expr body) {
    Boolean known = behindNames.get(body);
    if (known == null) {
      known = in(body);
      behindNames.put(body, known);
    }
    return known;
  }
}
