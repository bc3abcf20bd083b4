package dev.zt.engine.elevation;

import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

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
   * A clock for grants that is nowhere before an instant.
   *
   * @param notBefore epoch milliseconds
   */
  GrantClock(InstantSource source, long notBefore) {
    this.source = source;
    long wall = source.millis();
    this.last = new AtomicReference<>(new Reading(wall, Math.max(wall, notBefore)));
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
      Reading seen = Objects.requireNonNull(last.get(), "the clock was read once");
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
