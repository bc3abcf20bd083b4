package dev.zt.policy.value;

import java.time.DayOfWeek;
import java.util.BitSet;
import java.util.List;

/** The minutes of a week, Monday first, at which the clocks of one zone read a time that is in. */
final class WeeklyHours {
  /** What {@link #secondsToEdge} answers when the week is all in or all out. */
  static final long NEVER = Long.MAX_VALUE;

  static final long WEEK_SECONDS = 7 * 24 * 3600L;
  private static final int DAY = 24 * 60;
  private static final int WEEK = 7 * DAY;

  /** 1970-01-01 was a Thursday. */
  private static final long EPOCH_MINUTE = 3L * DAY;

  private final BitSet in = new BitSet(WEEK);

  WeeklyHours(List<ScheduleEntry> entries) {
    for (ScheduleEntry entry : entries) {
      int length = Math.floorMod(entry.end() - entry.start() - 1, DAY) + 1;
      for (DayOfWeek day : entry.days()) {
        int start = (day.getValue() - 1) * DAY + entry.start();
        in.set(start, Math.min(start + length, WEEK));
        in.set(0, Math.max(start + length - WEEK, 0));
      }
    }
  }

  boolean isConstant() {
    return in.isEmpty() || in.cardinality() == WEEK;
  }

  boolean isAlways() {
    return in.cardinality() == WEEK;
  }

  /** Whether it is in when the clocks read {@code localSecond}, counted from 1970-01-01T00:00. */
  boolean contains(long localSecond) {
    return in.get(minute(localSecond));
  }

  /** How many seconds after that reading, more than none, the clocks next enter or leave. */
  long secondsToEdge(long localSecond) {
    if (isConstant()) {
      return NEVER;
    }
    int minute = minute(localSecond);
    int edge = edgeAfter(minute, in.get(minute));
    return (edge - minute) * 60L - Math.floorMod(localSecond, 60);
  }

  private int edgeAfter(int minute, boolean inside) {
    int edge = inside ? in.nextClearBit(minute) : in.nextSetBit(minute);
    if (edge >= 0 && edge < WEEK) {
      return edge;
    }
    return WEEK + (inside ? in.nextClearBit(0) : in.nextSetBit(0));
  }

  private static int minute(long localSecond) {
    return (int) Math.floorMod(Math.floorDiv(localSecond, 60L) + EPOCH_MINUTE, (long) WEEK);
  }
}
