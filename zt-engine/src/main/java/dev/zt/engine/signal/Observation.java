package dev.zt.engine.signal;

import dev.zt.Signal;
import dev.zt.engine.facts.Layout;
import dev.zt.policy.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An observation and its place among others of the same thing.
 *
 * @param madeAt when it was made in epoch milliseconds, no later than it arrived; {@link
 *     Long#MIN_VALUE} when that is not known
 * @param arrivedAt when it arrived
 */
record Observation(Signal signal, long madeAt, long arrivedAt) {
  static Observation of(Signal signal, Layout layout, long arrivedAt) {
    long madeAt =
        layout.given(List.of(signal), signal.name(), "as_of") instanceof Value.Time time
            ? Math.min(time.epochMillis(), arrivedAt)
            : Long.MIN_VALUE;
    return new Observation(signal, madeAt, arrivedAt);
  }

  /** Whether it stays when the other one, which arrived before, is there. */
  boolean replaces(@Nullable Observation other, long now) {
    return other == null || made(now) >= other.made(now);
  }

  /** The newer of two; the other one where time does not tell. */
  static @Nullable Observation newer(
      @Nullable Observation one, @Nullable Observation other, long now) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    int order = Long.compare(other.made(now), one.made(now));
    if (order == 0) {
      order = Long.compare(Math.min(other.arrivedAt, now), Math.min(one.arrivedAt, now));
    }
    return order < 0 ? one : other;
  }

  /** A clock that was put back makes nothing newer than what is made now. */
  private long made(long now) {
    return Math.min(madeAt, now);
  }
}
