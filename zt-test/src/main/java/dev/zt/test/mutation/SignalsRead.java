package dev.zt.test.mutation;

import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import java.util.HashSet;
import java.util.Set;

/** The signals that an expression reads, by name. */
final class SignalsRead {
  private SignalsRead() {}

  static Set<String> by(Expr expr) {
    Set<String> signals = new HashSet<>();
    collect(expr, signals);
    return signals;
  }

  private static void collect(Expr expr, Set<String> into) {
    if (expr instanceof Expr.SignalField field) {
      into.add(field.signal());
    }
    ExprParts.of(expr).forEach(part -> collect(part, into));
  }
}
