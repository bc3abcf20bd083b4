package dev.zt.bench.contender;

import dev.zt.bench.model.Condition.WorkingHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The hour and the day on the wall, for engines that leave them to the application. */
record LocalTime(int hour, DayOfWeek day) {
  static LocalTime at(Instant now, String zone) {
    ZonedDateTime local = now.atZone(ZoneId.of(zone));
    return new LocalTime(local.getHour(), local.getDayOfWeek());
  }

  boolean within(WorkingHours hours) {
    return day.compareTo(DayOfWeek.FRIDAY) <= 0 && hour >= hours.from() && hour < hours.to();
  }
}
