package dev.zt.policy.value;

import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Set;

/**
 * Hours that recur on days of the week, by the clocks of one zone.
 *
 * @param days the days on which the hours start
 * @param start the first minute of the day that is in: 0 to 1439
 * @param end the first minute that is out again: 0 to 1440; one before {@code start} is on the next
 *     day
 * @param zone an IANA time zone
 */
record ScheduleEntry(Set<DayOfWeek> days, int start, int end, String zone) {
  private static final int DAYS = 7;

  ScheduleEntry {
    days = Set.copyOf(days);
  }

  static String shortName(DayOfWeek day) {
    return day.name().charAt(0) + day.name().substring(1, 3).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return dayText() + " " + clock(start) + "-" + clock(end) + " " + zone;
  }

  private String dayText() {
    if (days.size() == DAYS) {
      return "daily";
    }
    StringBuilder out = new StringBuilder();
    for (int first = 1; first <= DAYS; first++) {
      int last = first;
      while (last <= DAYS && days.contains(DayOfWeek.of(last))) {
        last++;
      }
      if (last > first) {
        out.append(out.isEmpty() ? "" : ",").append(shortName(DayOfWeek.of(first)));
        out.append(last - first > 1 ? "-" + shortName(DayOfWeek.of(last - 1)) : "");
        first = last;
      }
    }
    return out.toString();
  }

  private static String clock(int minute) {
    return twoDigits(minute / 60) + ":" + twoDigits(minute % 60);
  }

  private static String twoDigits(int number) {
    return (number < 10 ? "0" : "") + number;
  }
}
