package dev.zt.bench.contender;

import dev.zt.bench.model.Condition.WorkingHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The hour and the day on the wall, for engines that leave them to the application. */
record LocalTime(int hour, DayOfWeek day) {
  /** The zone of the hour and the day that questions carry. */
  static final String ZONE = "Europe/Berlin";

  /**
   * Nothing, if questions carry the hour of that zone.
   *
   * @throws IllegalArgumentException if they do not
   */
  static void requireZone(String zone) {
    if (!zone.equals(ZONE)) {
      throw new IllegalArgumentException("questions carry no hour of " + zone);
    }
  }

  static LocalTime at(Instant now, String zone) {
    ZonedDateTime local = now.atZone(ZoneId.of(zone));
    return new LocalTime(local.getHour(), local.getDayOfWeek());
  }

  boolean within(WorkingHours hours) {
    return day.compareTo(DayOfWeek.FRIDAY) <= 0 && hour >= hours.from() && hour < hours.to();
  }
}
