package dev.zt.engine.reference;

import dev.zt.Explanation.Truth;
import dev.zt.Unknown;
import dev.zt.policy.Expr;
import dev.zt.policy.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What expressions come to for one request at one instant. For one thread. */
public final class Trace {
  private final Evaluation evaluation;

  Trace(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** The same with a variable in scope. */
  public Trace with(String variable, Value value) {
    return new Trace(evaluation.with(variable, value));
  }

  /** What a condition comes to; one that is none, or no condition at all, is unknown. */
  public Truth truth(Expr condition) {
    return evaluation.judge(condition).truth();
  }

  /**
   * What a condition comes to, and until when.
   *
   * @param unknowns the leaves that made it unknown, in the order written
   * @param until epoch milliseconds before which passing time alone does not change it; {@link
   *     Long#MAX_VALUE} for ever
   */
  public record Judgement(Truth truth, List<Unknown> unknowns, long until) {}

  /** What a condition comes to, and until when; one that is none is unknown. */
  public Judgement judge(Expr condition) {
    Judged judged = evaluation.judge(condition);
    return new Judgement(judged.truth(), judged.unknowns(), judged.until());
  }

  /** The value of an expression, {@code none} among them; null when it is unknown. */
  public @Nullable Value value(Expr expr) {
    return evaluation.judge(expr).value();
  }
}
