package dev.zt.policy;

import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/** The arithmetic of two operands. */
public enum ArithmeticOp {
  PLUS("+"),
  MINUS("-"),
  TIMES("*");

  private final String text;

  ArithmeticOp(String text) {
    this.text = text;
  }

  /**
   * The result for two values.
   *
   * @return null when it is out of range, or when there is no such arithmetic of their types
   */
  public @Nullable Value of(Value left, Value right) {
    return switch (this) {
      case PLUS -> sum(left, right);
      case MINUS -> difference(left, right);
      case TIMES -> product(left, right);
    };
  }

  private static @Nullable Value sum(Value left, Value right) {
    if (left instanceof Value.Int a && right instanceof Value.Int b) {
      return a.plus(b);
    } else if (left instanceof Value.Decimal a && right instanceof Value.Decimal b) {
      return a.plus(b);
    } else if (left instanceof Value.Duration a && right instanceof Value.Duration b) {
      return a.plus(b);
    }
    return left instanceof Value.Time time && right instanceof Value.Duration duration
        ? time.plus(duration)
        : null;
  }

  private static @Nullable Value difference(Value left, Value right) {
    if (left instanceof Value.Int a && right instanceof Value.Int b) {
      return a.minus(b);
    } else if (left instanceof Value.Decimal a && right instanceof Value.Decimal b) {
      return a.minus(b);
    } else if (left instanceof Value.Duration a && right instanceof Value.Duration b) {
      return a.minus(b);
    } else if (left instanceof Value.Time a && right instanceof Value.Time b) {
      return a.minus(b);
    }
    return left instanceof Value.Time time && right instanceof Value.Duration duration
        ? time.minus(duration)
        : null;
  }

  private static @Nullable Value product(Value left, Value right) {
    if (left instanceof Value.Int a && right instanceof Value.Int b) {
      return a.times(b);
    }
    return left instanceof Value.Decimal a && right instanceof Value.Decimal b ? a.times(b) : null;
  }

  @Override
  public String toString() {
    return text;
  }
}
