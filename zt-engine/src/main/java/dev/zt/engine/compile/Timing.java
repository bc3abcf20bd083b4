package dev.zt.engine.compile;

import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.Schema;

/** Which expressions the passing of time alone can change. */
final class Timing {
  private Timing() {}

  static boolean isTimed(Expr expr, Schema schema) {
    if (expr instanceof Expr.Now
        || expr instanceof Expr.Age
        || expr instanceof Expr.InSchedule
        || expr instanceof Expr.BehaviorValue
        || expr instanceof Expr.ElevationActive) {
      return true;
    }
    if (expr instanceof Expr.SignalField field) {
      Schema.Signal signal = schema.signals().get(field.signal());
      return signal != null && signal.fresh() != null;
    }
    for (Expr part : ExprParts.of(expr)) {
      if (isTimed(part, schema)) {
        return true;
      }
    }
    return false;
  }
}
