package dev.zt.engine.compile;

import dev.zt.policy.ArithmeticOp;
import dev.zt.policy.CompareOp;
import dev.zt.policy.Expr;
import dev.zt.policy.Type.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of something that runs with the clock with something that stands still.
 *
 * @param kind how it runs
 * @param time the time that it runs from or to, a plain expression; null for the clock itself
 * @param still what it is compared with, a plain expression
 */
record Moving(Kind kind, @Nullable Expr time, CompareOp op, Expr still) {
  /** What runs with the clock. */
  enum Kind {
    /** The age of a time. */
    AGE("age"),
    /** The time since a time. */
    SINCE("since"),
    /** The time until a time. */
    BEFORE("before"),
    /** The clock. */
    CLOCK("clock");

    private final String method;

    Kind(String method) {
      this.method = method;
    }

    /** The name of the method that compares it. */
    String method() {
      return method;
    }
  }

  /** A test as one of that kind, or null. */
  static @Nullable Moving of(Expr test) {
    if (!(test instanceof Expr.Compare compare)) {
      return null;
    }
    Moving moving = of(compare.left(), compare.op(), compare.right());
    return moving == null ? of(compare.right(), compare.op().mirrored(), compare.left()) : moving;
  }

  private static @Nullable Moving of(Expr moving, CompareOp op, Expr still) {
    if (!ValueWriter.isPlain(still)) {
      return null;
    }
    Expr left = DirectWriter.bare(moving);
    if (left instanceof Expr.Now) {
      return new Moving(Kind.CLOCK, null, op, still);
    }
    if (left instanceof Expr.Age age && ValueWriter.isPlain(age.time())) {
      return new Moving(Kind.AGE, age.time(), op, still);
    }
    if (left instanceof Expr.Arithmetic sum
        && sum.op() == ArithmeticOp.MINUS
        && sum.type() == Scalar.DURATION) {
      Expr first = DirectWriter.bare(sum.left());
      Expr second = DirectWriter.bare(sum.right());
      if (first instanceof Expr.Now && ValueWriter.isPlain(second)) {
        return new Moving(Kind.SINCE, second, op, still);
      }
      if (second instanceof Expr.Now && ValueWriter.isPlain(first)) {
        return new Moving(Kind.BEFORE, first, op, still);
      }
    }
    return null;
  }
}
