package dev.zt.dsl.check;

import dev.zt.policy.Expr;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/** Computes the constants and times that tests give. */
final class Folding {
  private final @Nullable Long now;

  /** Of a test whose clock reads this many milliseconds; null when it gives no time. */
  Folding(@Nullable Long now) {
    this.now = now;
  }

  /** The value; null when it is no constant or does not fit its type. */
  @Nullable Value of(Expr expr) {
    if (expr instanceof Expr.Literal literal) {
      return literal.value();
    } else if (expr instanceof Expr.Named named) {
      return of(named.body());
    } else if (expr instanceof Expr.Now) {
      return now == null ? null : new Value.Time(now);
    } else if (expr instanceof Expr.ListOf list) {
      return ConstantValues.set(list, this::of);
    } else if (expr instanceof Expr.Negate negate) {
      Value operand = of(negate.operand());
      return operand instanceof Value.Int number
          ? number.negated()
          : operand instanceof Value.Decimal decimal ? decimal.negated() : null;
    }
    return expr instanceof Expr.Arithmetic arithmetic ? arithmetic(arithmetic) : null;
  }

  private @Nullable Value arithmetic(Expr.Arithmetic arithmetic) {
    Value left = of(arithmetic.left());
    Value right = of(arithmetic.right());
    return left == null || right == null ? null : arithmetic.op().of(left, right);
  }
}
