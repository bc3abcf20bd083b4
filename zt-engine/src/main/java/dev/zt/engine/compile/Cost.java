package dev.zt.engine.compile;

import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;

/** About how long it takes to evaluate an expression, in units of a simple test. */
final class Cost {
  private static final int WALK = 20;
  private static final int SCAN = 8;

  private Cost() {}

  static int of(Expr expr) {
    int own =
        expr instanceof Expr.InHierarchy || expr instanceof Expr.Ancestors
            ? WALK
            : expr instanceof Expr.Quantified
                    || expr instanceof Expr.MatchesGlob
                    || expr instanceof Expr.MatchesSpiffe
                    || expr instanceof Expr.DistanceBetween
                ? SCAN
                : 1;
    int all = own;
    for (Expr part : ExprParts.of(expr)) {
      all += of(part);
    }
    return all;
  }
}
