package dev.zt.engine.compile;

import dev.zt.policy.CompareOp;
import dev.zt.policy.Expr;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a condition demands of a value: that it lies between two others.
 *
 * @param from null for no lower end
 * @param to null for no upper end
 */
record Interval(@Nullable End from, @Nullable End to) {
  /** One of the two ends. */
  record End(Value at, boolean included) {}

  /** An interval of the values of a path. */
  record Of(Path path, Interval interval) {}

  /** The interval that a single test demands, or null when it demands no such thing. */
  static @Nullable Of demandedBy(Formula condition, Paths paths) {
    if (!(condition instanceof Formula.Test test)
        || test.timed()
        || !(test.expr() instanceof Expr.Compare compare)) {
      return null;
    }
    Path path = paths.of(compare.left());
    Value constant = Paths.constant(compare.right());
    CompareOp op = compare.op();
    if (path == null || constant == null) {
      path = paths.of(compare.right());
      constant = Paths.constant(compare.left());
      op = op.mirrored();
    }
    if (path == null || constant == null || !(constant instanceof Comparable)) {
      return null;
    }
    Interval interval = of(test.positive() ? op : opposite(op), constant);
    return interval == null ? null : new Of(path, interval);
  }

  private static @Nullable Interval of(CompareOp op, Value constant) {
    return switch (op) {
      case LT -> new Interval(null, new End(constant, false));
      case LE -> new Interval(null, new End(constant, true));
      case GT -> new Interval(new End(constant, false), null);
      case GE -> new Interval(new End(constant, true), null);
      case EQ, NE -> null;
    };
  }

  /** The operator that holds where this one does not. */
  private static CompareOp opposite(CompareOp op) {
    return switch (op) {
      case LT -> CompareOp.GE;
      case LE -> CompareOp.GT;
      case GT -> CompareOp.LE;
      case GE -> CompareOp.LT;
      case EQ -> CompareOp.NE;
      case NE -> CompareOp.EQ;
    };
  }

  /** The values in both intervals; null when this one has an end on the other's side already. */
  @Nullable Interval and(Interval other) {
    if ((from != null && other.from != null) || (to != null && other.to != null)) {
      return null;
    }
    return new Interval(from == null ? other.from : from, to == null ? other.to : to);
  }
}
