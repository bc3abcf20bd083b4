package dev.zt.bench.workload;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/** Monday to Friday, 8 to 18 o'clock in Berlin, as arithmetic. */
final class OfficeHours {
  static final int FROM = 8;
  static final int TO = 18;
  static final String ZONE = "Europe/Berlin";

  private static final ZoneRules RULES = ZoneId.of(ZONE).getRules();

  private OfficeHours() {}

  /** Whether the instant, in milliseconds, lies within them. */
  static boolean at(long now) {
    long seconds = Math.floorDiv(now, 1000L);
    long local = seconds + RULES.getOffset(Instant.ofEpochSecond(seconds)).getTotalSeconds();
    // The first of January 1970 was a Thursday.
    long day = Math.floorMod(Math.floorDiv(local, 86_400L) + 3, 7L);
    long hour = Math.floorMod(local, 86_400L) / 3_600;
    return day < 5 && hour >= FROM && hour < TO;
  }
}
