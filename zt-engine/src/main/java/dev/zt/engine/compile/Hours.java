package dev.zt.engine.compile;

import dev.zt.policy.value.Schedule;

/**
 * A schedule that remembers the stretch of time between two of its changes that it was asked about
 * last: decisions ask about the present. Thread-safe.
 */
final class Hours {
  private final Schedule schedule;
  private volatile Stretch last = new Stretch(0, 0, false);

  Hours(Schedule schedule) {
    this.schedule = schedule;
  }

  /**
   * A stretch of time in which the schedule does not change.
   *
   * @param from its first known instant
   * @param end when the schedule changes next
   * @param inside whether it is in the schedule
   */
  record Stretch(long from, long end, boolean inside) {}

  /** The stretch in which an instant is. */
  Stretch at(long instant) {
    Stretch known = last;
    if (instant >= known.from && instant < known.end) {
      return known;
    }
    Stretch found = new Stretch(instant, schedule.nextChange(instant), schedule.contains(instant));
    last = found;
    return found;
  }
}
