package dev.zt.engine.reference;

import dev.zt.Explanation.Truth;
import dev.zt.policy.Expr;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/** What expressions come to for one request at one instant. For one thread. */
public final class Trace {
  private final Evaluation evaluation;

  Trace(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** What a condition comes to; one that is none, or no condition at all, is unknown. */
  public Truth truth(Expr condition) {
    return evaluation.judge(condition).truth();
  }

  /** The value of an expression, {@code none} among them; null when it is unknown. */
  public @Nullable Value value(Expr expr) {
    return evaluation.judge(expr).value();
  }
}
