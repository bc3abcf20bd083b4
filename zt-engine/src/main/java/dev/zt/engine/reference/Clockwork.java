package dev.zt.engine.reference;

import dev.zt.policy.CompareOp;
import dev.zt.policy.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Times and durations that run with the clock: their arithmetic, and when a comparison flips. */
final class Clockwork {
  private Clockwork() {}

  /** Whether a value is counted in milliseconds and so may run with the clock. */
  static boolean runs(Value value) {
    return value instanceof Value.Time || value instanceof Value.Duration;
  }

  static long millis(Value value) {
    return value instanceof Value.Time time
        ? time.epochMillis()
        : ((Value.Duration) value).millis();
  }

  /** The sum of a value and {@code sign} times another, or null when it is out of range. */
  static @Nullable Judged sum(Judged left, Judged right, int sign, boolean time, long now) {
    if (left.slope() != 0 && right.slope() != 0 && left.rest() != right.rest()) {
      return sum(left.still(now), right.still(now), sign, time, now);
    }
    Value.Duration a = new Value.Duration(millis(known(left)));
    Value.Duration b = new Value.Duration(millis(known(right)));
    Value.Duration sum = sign > 0 ? a.plus(b) : a.minus(b);
    return sum == null
        ? null
        : new Judged(
            time ? new Value.Time(sum.millis()) : sum,
            List.of(),
            Math.min(left.until(), right.until()),
            left.slope() + sign * right.slope(),
            left.slope() != 0 ? left.rest() : right.rest());
  }

  /** A comparison of two known values that may run, and when it flips. */
  static Judged compare(CompareOp op, Judged left, Judged right, long now) {
    if (left.slope() != 0 && right.slope() != 0 && left.rest() != right.rest()) {
      return compare(op, left.still(now), right.still(now), now);
    }
    long a = millis(known(left));
    long b = millis(known(right));
    boolean holds = op.holds(Long.compare(a, b));
    long until = Math.min(left.until(), right.until());
    int slope = left.slope() - right.slope();
    if (slope != 0) {
      long rest = left.slope() != 0 ? left.rest() : right.rest();
      until = Math.min(until, flip(op, holds, a, b, slope, Math.max(now, rest), now));
    }
    return Judged.of(holds, until);
  }

  /** The first instant at which {@code a + slope · (t − from) op b} is no longer what it is. */
  private static long flip(
      CompareOp op, boolean holds, long a, long b, int slope, long from, long now) {
    try {
      long distance = Math.subtractExact(b, a);
      long steps = slope > 0 ? distance : Math.negateExact(distance);
      long rate = Math.abs((long) slope);
      if (steps < 0) {
        return Judged.EVER;
      }
      long reached = Math.floorDiv(steps + rate - 1, rate);
      long passed = Math.floorDiv(steps, rate) + 1;
      for (long step : new long[] {reached, passed}) {
        int sign = Long.signum(Math.subtractExact(Math.multiplyExact(step, rate), steps));
        if (step > 0 && op.holds(slope > 0 ? sign : -sign) != holds) {
          return Math.addExact(from, step);
        }
      }
      return Judged.EVER;
    } catch (ArithmeticException outOfRange) {
      return now + 1;
    }
  }

  private static Value known(Judged judged) {
    Value value = judged.value();
    if (value == null) {
      throw new IllegalArgumentException("an unknown has no milliseconds");
    }
    return value;
  }
}
