package dev.zt.engine.signal;

import dev.zt.EntityRef;
import dev.zt.policy.value.Value;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Where each subject was last, so that a speed can be told.
 *
 * <p>Kept for 30 days, after which no way on Earth is faster than 28 km/h. A subject of which the
 * record may have been dropped for want of room is not one of which nothing was recorded: its speed
 * is unknown until the 30 days are over. Thread-safe.
 */
final class Travels {
  /** A million subjects, 100 MB or so. */
  static final int MOST = 1_000_000;

  private static final long KEEP = Duration.ofDays(30).toMillis();
  private static final long MILLIS_PER_HOUR = Duration.ofHours(1).toMillis();
  private static final Value.Speed STILL = new Value.Speed(0);

  private final AtomicLong lastDropped = new AtomicLong(Long.MIN_VALUE);
  private final Bounded<EntityRef, Located> last;

  Travels(int most) {
    this.last =
        new Bounded<>(
            most,
            Located::at,
            dropped -> lastDropped.accumulateAndGet(dropped.at(), Math::max),
            subject -> {});
  }

  /**
   * How fast the subject came here.
   *
   * @param value null when that is not known
   * @param until epoch milliseconds before which passing time alone does not change it
   */
  record Speed(Value.@Nullable Speed value, long until) {
    /** Whether being recorded here leaves the speed what it is. */
    boolean still() {
      return STILL.equals(value);
    }
  }

  /**
   * The speed from the last record to here.
   *
   * @param dated whether the time of the place is its own; else it moves on with {@code now}
   */
  Speed speed(EntityRef subject, Located here, boolean dated, long now) {
    Located before = last.get(subject);
    if (before == null || now - before.at() >= KEEP) {
      long dropped = lastDropped.get();
      return dropped != Long.MIN_VALUE && now - dropped < KEEP
          ? new Speed(null, dropped + KEEP)
          : new Speed(STILL, Long.MAX_VALUE);
    }
    long way =
        here.point().distanceTo(before.point()).units()
            - here.accuracy().units()
            - before.accuracy().units();
    if (way <= 0) {
      return new Speed(STILL, Long.MAX_VALUE);
    }
    long until = dated ? before.at() + KEEP : now + 1;
    long step = here.at() - before.at();
    return step <= 0
        ? new Speed(null, until)
        : new Speed(new Value.Speed(Math.round((double) way * MILLIS_PER_HOUR / step)), until);
  }

  /** Records where the subject is, unless it was somewhere else since. */
  void record(EntityRef subject, Located here) {
    last.compute(
        subject, (same, before) -> before == null || here.at() >= before.at() ? here : before);
  }
}
