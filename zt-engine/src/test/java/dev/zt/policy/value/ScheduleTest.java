package dev.zt.policy.value;

import static dev.zt.policy.value.InvalidTextAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  private static final long NEVER = Long.MAX_VALUE;

  private static boolean in(String schedule, String instant) {
    return Schedule.parse(schedule).contains(millis(instant));
  }

  private static String next(String schedule, String instant) {
    long change = Schedule.parse(schedule).nextChange(millis(instant));
    return change == NEVER ? "never" : Instant.ofEpochMilli(change).toString();
  }

  private static long millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  @Test
  void theStartIsInAndTheEndIsOut() {
    String schedule = "Mon-Fri 08:00-18:00 Europe/Berlin";
    assertThat(in(schedule, "2026-03-02T06:59:59.999Z")).isFalse();
    assertThat(in(schedule, "2026-03-02T07:00:00Z")).isTrue();
    assertThat(in(schedule, "2026-03-02T16:59:59.999Z")).isTrue();
    assertThat(in(schedule, "2026-03-02T17:00:00Z")).isFalse();
    assertThat(in(schedule, "2026-03-01T12:00:00Z")).as("Sunday").isFalse();
  }

  @Test
  void theNextChangeIsStrictlyAfterTheGivenInstant() {
    String schedule = "Mon-Fri 08:00-18:00 Europe/Berlin";
    assertThat(next(schedule, "2026-03-02T06:59:59.999Z")).isEqualTo("2026-03-02T07:00:00Z");
    assertThat(next(schedule, "2026-03-02T07:00:00Z")).isEqualTo("2026-03-02T17:00:00Z");
    assertThat(next(schedule, "2026-03-06T17:00:00Z")).isEqualTo("2026-03-09T07:00:00Z");
  }

  @Test
  void anEndBeforeTheStartBelongsToTheStartingDay() {
    String schedule = "Mon 22:00-06:00 UTC";
    assertThat(in(schedule, "2026-03-02T05:00:00Z")).as("Monday morning").isFalse();
    assertThat(in(schedule, "2026-03-02T22:00:00Z")).isTrue();
    assertThat(in(schedule, "2026-03-03T05:59:00Z")).as("Tuesday morning").isTrue();
    assertThat(in(schedule, "2026-03-03T22:00:00Z")).as("Tuesday night").isFalse();
  }

  @Test
  void sundayNightPassesIntoTheNextWeek() {
    String schedule = "Sun 22:00-06:00 UTC";
    assertThat(in(schedule, "2026-03-02T05:59:00Z")).isTrue();
    assertThat(next(schedule, "2026-03-01T22:00:00Z")).isEqualTo("2026-03-02T06:00:00Z");
    assertThat(next(schedule, "2026-03-02T06:00:00Z")).isEqualTo("2026-03-08T22:00:00Z");
  }

  @Test
  void aRangeOfDaysMayWrap() {
    String schedule = "Sat-Mon 08:00-09:00 UTC";
    assertThat(in(schedule, "2026-02-28T08:00:00Z")).isTrue();
    assertThat(in(schedule, "2026-03-01T08:00:00Z")).isTrue();
    assertThat(in(schedule, "2026-03-02T08:00:00Z")).isTrue();
    assertThat(in(schedule, "2026-03-03T08:00:00Z")).isFalse();
    assertThat(in(schedule, "2026-02-27T08:00:00Z")).isFalse();
  }

  @Test
  void anHourThatTheClocksSkipIsNeverIn() {
    String schedule = "Sun 02:00-03:00 Europe/Berlin";
    assertThat(next(schedule, "2026-03-22T02:00:00Z")).isEqualTo("2026-04-05T00:00:00Z");
  }

  @Test
  void anHourThatTheClocksRepeatIsInTwice() {
    String schedule = "Sun 02:00-02:30 Europe/Berlin";
    assertThat(next(schedule, "2026-10-25T00:00:00Z")).isEqualTo("2026-10-25T00:30:00Z");
    assertThat(next(schedule, "2026-10-25T00:30:00Z")).isEqualTo("2026-10-25T01:00:00Z");
    assertThat(next(schedule, "2026-10-25T01:00:00Z")).isEqualTo("2026-10-25T01:30:00Z");
    assertThat(next(schedule, "2026-10-25T01:30:00Z")).isEqualTo("2026-11-01T01:00:00Z");
  }

  @Test
  void aChangeOfTheClocksItselfCanEndTheHours() {
    // In Cairo, Friday 2026-04-24 began at 01:00: the clocks went from Thursday 24:00 to 01:00.
    String schedule = "Thu 23:00-24:00 Africa/Cairo; Fri 00:00-01:00 Africa/Cairo";
    assertThat(next(schedule, "2026-04-23T21:00:00Z")).isEqualTo("2026-04-23T22:00:00Z");
    assertThat(in("Fri 00:00-01:00 Africa/Cairo", "2026-04-23T22:00:00Z")).isFalse();
  }

  @Test
  void aDayThatTheCalendarOfAZoneLeftOutIsNeverRead() {
    // Samoa went from Thursday 2011-12-29 to Saturday 2011-12-31.
    assertThat(next("Fri 00:00-24:00 Pacific/Apia", "2011-12-24T10:00:00Z"))
        .isEqualTo("2012-01-05T10:00:00Z");
    assertThat(in("Fri 22:00-06:00 Pacific/Apia", "2011-12-30T11:00:00Z"))
        .as("Saturday 01:00 is after a Friday, whether there was one or not")
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "daily 00:00-24:00 UTC",
        "daily 00:00-24:00 Europe/Berlin",
        "daily 06:00-05:59 Europe/Berlin; daily 05:00-07:00 Europe/Berlin",
        "Mon 08:00-09:00 UTC; daily 00:00-24:00 America/New_York",
        "daily 00:00-14:00 Europe/London; daily 11:00-24:00 UTC"
      })
  @Timeout(5)
  void whatIsAlwaysInNeverChanges(String schedule) {
    assertThat(in(schedule, "2026-03-02T07:00:00Z")).isTrue();
    assertThat(next(schedule, "2026-03-02T07:00:00Z")).isEqualTo("never");
  }

  @Test
  void twoZonesThatCoverEachOtherInWinterChangeInSpring() {
    String schedule = "daily 00:00-12:00 Europe/London; daily 12:00-24:00 UTC";
    assertThat(next(schedule, "2026-01-01T00:00:00Z")).isEqualTo("2026-03-29T11:00:00Z");
    assertThat(next(schedule, "2026-03-29T11:00:00Z")).isEqualTo("2026-03-29T12:00:00Z");
  }

  @Test
  @Timeout(20)
  void theSearchIsBoundedForManyZonesThatCoverEachOther() {
    String[] zones = {
      "Europe/Berlin", "America/New_York", "Australia/Sydney", "America/Santiago", "Africa/Cairo"
    };
    StringBuilder text = new StringBuilder("daily 00:00-23:00 Europe/London");
    for (String zone : zones) {
      text.append("; daily 01:00-24:00 ").append(zone);
    }
    assertThat(next(text.toString(), "2026-01-01T00:00:00Z")).isEqualTo("never");
  }

  @Test
  void instantsFarFromTodayAreAnswered() {
    Schedule schedule = Schedule.parse("Mon 08:00-09:00 Europe/Berlin");
    for (long millis : new long[] {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE - 1, Long.MAX_VALUE}) {
      long change = schedule.nextChange(millis);
      assertThat(change == NEVER || schedule.contains(change) != schedule.contains(millis))
          .isTrue();
    }
  }

  @Test
  void localMeanTimeWithOddSecondsIsExact() {
    // Before 1893-04-01 Berlin kept local mean time, 53 minutes and 28 seconds ahead.
    assertThat(next("daily 08:00-09:00 Europe/Berlin", "1890-01-01T00:00:00Z"))
        .isEqualTo("1890-01-01T07:06:32Z");
  }

  @ParameterizedTest
  @CsvSource({
    "'Mon-Fri 08:00-18:00 Europe/Berlin', 'Mon-Fri 08:00-18:00 Europe/Berlin'",
    "'Fri,Mon,Tue,Wed 08:00-18:00 UTC', 'Mon-Wed,Fri 08:00-18:00 UTC'",
    "'Fri-Mon 22:00-06:00 UTC', 'Mon,Fri-Sun 22:00-06:00 UTC'",
    "'Mon-Sun 00:00-24:00 UTC', 'daily 00:00-24:00 UTC'",
    "'Mon  08:00-09:00  EST ;Tue 08:00-09:00 UTC', 'Mon 08:00-09:00 EST; Tue 08:00-09:00 UTC'"
  })
  void theCanonicalTextHasDaysInOrder(String text, String canonical) {
    assertThat(Schedule.parse(text)).hasToString(canonical);
    assertThat(Schedule.parse(canonical)).isEqualTo(Schedule.parse(text));
    assertThat(Schedule.parse(canonical)).hasSameHashCodeAs(Schedule.parse(text));
  }

  @Test
  void schedulesWithOtherHoursAreNotEqual() {
    assertThat(Schedule.parse("Mon 08:00-09:00 UTC"))
        .isNotEqualTo(Schedule.parse("Mon 08:00-10:00 UTC"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "'' | `` is not a schedule | a schedule is written like `Mon-Fri 08:00-18:00"
            + " Europe/Berlin`",
        "Mon 08:00-18:00 UTC; | `` is not a schedule"
            + " | a schedule is written like `Mon-Fri 08:00-18:00 Europe/Berlin`",
        "Mon-Fri 08:00-18:00 | `Mon-Fri 08:00-18:00` has no time zone"
            + " | add a time zone, such as `UTC` or `Europe/Berlin`",
        "Mon-Fri 08:00-18:00 Europe/Berlim | `Europe/Berlim` is not an IANA time zone"
            + " | did you mean `Europe/Berlin`?",
        "daily 08:00-18:00 berlin | `berlin` is not an IANA time zone"
            + " | did you mean `Europe/Berlin`?",
        "daily 08:00-18:00 utc | `utc` is not an IANA time zone | did you mean `UTC`?",
        "daily 08:00-18:00 Z | `Z` is not an IANA time zone | did you mean `UTC`?",
        "daily 08:00-18:00 +02:00 | `+02:00` is not an IANA time zone"
            + " | a time zone is named like `Europe/Berlin` or `UTC`",
        "daily 08:00-18:00 GMT+2 | `GMT+2` is not an IANA time zone"
            + " | a time zone is named like `Europe/Berlin` or `UTC`",
        "daily 08:00-18:00 SystemV/EST5 | `SystemV/EST5` is not an IANA time zone"
            + " | a time zone is named like `Europe/Berlin` or `UTC`",
        "Mo 08:00-18:00 UTC | `Mo` is not a day | did you mean `Mon`?",
        "Monday 08:00-18:00 UTC | `Monday` is not a day | did you mean `Mon`?",
        "mon-FRI 08:00-18:00 UTC | `mon` is not a day | did you mean `Mon`?",
        "Tues 08:00-18:00 UTC | `Tues` is not a day | did you mean `Tue`?",
        "T 08:00-18:00 UTC | `T` is not a day | -",
        "weekdays 08:00-18:00 UTC | `weekdays` is not a day | did you mean `Mon-Fri`?",
        "Daily 08:00-18:00 UTC | `Daily` is not a day | did you mean `daily`?",
        "Mon, 08:00-18:00 UTC | `` is not a day | -",
        "Mon-Mon 08:00-18:00 UTC | `Mon-Mon` is one day or seven"
            + " | write `Mon` for the one, `daily` for the seven",
        "Mon 8:00-18:00 UTC | `8:00` is not a time of day | did you mean `08:00`?",
        "Mon 8-18:00 UTC | `8` is not a time of day | did you mean `08:00`?",
        "Mon 08:00-25:00 UTC | `25:00` is not a time of day | a day is `00:00-24:00`",
        "Mon 08:00-24:01 UTC | `24:01` is not a time of day | a day is `00:00-24:00`",
        "Mon 08:60-09:00 UTC | `08:60` is not a time of day | a day is `00:00-24:00`",
        "Mon 08:00-5pm UTC | `5pm` is not a time of day | -",
        "Mon 08:00 UTC | `08:00` is not a start and an end | write them like `08:00-18:00`",
        "Mon 08:00-08:00 UTC | `08:00-08:00` starts when it ends | a whole day is `00:00-24:00`",
        "Mon 24:00-08:00 UTC | `24:00-08:00` starts at the end of a day | did you mean `00:00`?",
        "Mon - Fri 08:00-18:00 UTC | `Mon - Fri 08:00-18:00 UTC` is not a schedule"
            + " | a schedule is written like `Mon-Fri 08:00-18:00 Europe/Berlin`",
      })
  void aBadScheduleIsExplained(String text, String message, String help) {
    assertRefused(() -> Schedule.parse(text), message, help);
  }

  @Test
  void aScheduleBeyondReasonIsRefused() {
    String text = "Mon 08:00-09:00 UTC;".repeat(100);
    assertThatThrownBy(() -> Schedule.parse(text))
        .isInstanceOf(InvalidText.class)
        .hasMessageContaining("is longer than the 1000 characters of a schedule");
  }

  @Test
  void askingForTheNextChangeIsQuick() {
    Schedule schedule =
        Schedule.parse("Mon-Fri 08:00-18:00 Europe/Berlin; Sat 10:00-14:00 America/New_York");
    long start = System.nanoTime();
    long at = millis("2026-01-01T00:00:00Z");
    for (int i = 0; i < 20_000; i++) {
      at = schedule.nextChange(at);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }
}
