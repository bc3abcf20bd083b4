package dev.zt.engine.elevation;

import dev.zt.GrantStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The time by which grants run: the sum of all forward movements of a clock. It goes on where the
 * clock goes on, and stays where it is when the clock steps back, so that no such step lengthens a
 * grant. A clock that is put forward again afterwards makes grants end early.
 *
 * <p>Thread-safe and without locks.
 */
final class GrantClock {
  private final InstantSource source;
  private final AtomicReference<Reading> last;

  /**
   * What the clock said, and what time it was for grants.
   *
   * @param wall epoch milliseconds
   * @param granted epoch milliseconds
   */
  private record Reading(long wall, long granted) {}

  /**
   * A clock for grants that goes on from a mark.
   *
   * @param mark how far time had gone on, or null when this is the beginning
   */
  GrantClock(InstantSource source, GrantStore.@Nullable Mark mark) {
    this.source = source;
    long wall = source.millis();
    this.last = new AtomicReference<>(mark == null ? new Reading(wall, wall) : after(mark, wall));
  }

  private static Reading after(GrantStore.Mark mark, long wall) {
    long forward = Math.max(0, wall - mark.clock().toEpochMilli());
    return new Reading(wall, mark.time().toEpochMilli() + forward);
  }

  /** How far time has gone on. */
  GrantStore.Mark mark() {
    Reading seen = seen();
    return new GrantStore.Mark(Instant.ofEpochMilli(seen.wall), Instant.ofEpochMilli(seen.granted));
  }

  private Reading seen() {
    return Objects.requireNonNull(last.get(), "the clock was read once");
  }

  /** What {@link #now} would answer, without taking notice of the clock. */
  long glance() {
    Reading seen = seen();
    return seen.granted + Math.max(0, source.millis() - seen.wall);
  }

  /** The time now, in epoch milliseconds. */
  long now() {
    return at(source.millis());
  }

  /**
   * The time when the clock said this, in epoch milliseconds. A thread that was held up between
   * reading the clock and asking here is told the time of those that overtook it.
   */
  long at(long wall) {
    while (true) {
      Reading seen = seen();
      if (wall == seen.wall) {
        return seen.granted;
      }
      long clock = wall > seen.wall ? wall : source.millis();
      if (wall < seen.wall && clock >= seen.wall) {
        return seen.granted;
      }
      long forward = Math.max(0, clock - seen.wall);
      Reading next = new Reading(clock, seen.granted + forward);
      if (last.compareAndSet(seen, next)) {
        return next.granted;
      }
    }
  }
}
