package dev.zt.policy.value;

import static dev.zt.policy.value.InvalidTextAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.policy.value.Value.Duration;
import dev.zt.policy.value.Value.Time;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTest {
  private static final long YEAR_0 = -62_167_219_200_000L;
  private static final long YEAR_10000 = 253_402_300_800_000L;

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T09:00:00Z, 2026-03-02T09:00:00Z",
    "2026-03-02T09:00:00+01:00, 2026-03-02T08:00:00Z",
    "2026-03-02T09:00:00-23:59, 2026-03-03T08:59:00Z",
    "2026-03-02T09:00:00-00:00, 2026-03-02T09:00:00Z",
    "2026-03-02t09:00:00z, 2026-03-02T09:00:00Z",
    "2026-03-02T09:00:00.5Z, 2026-03-02T09:00:00.500Z",
    "2026-03-02T09:00:00.123999999999999999999Z, 2026-03-02T09:00:00.123Z",
    "1969-12-31T23:59:59.9999Z, 1969-12-31T23:59:59.999Z",
    "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
    "0000-01-01T00:00:00+00:01, -0001-12-31T23:59:00Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
    "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
    "1990-12-31T15:59:60.5-08:00, 1991-01-01T00:00:00.500Z",
    "2015-07-01T01:59:60+02:00, 2015-07-01T00:00:00Z"
  })
  void aTimeIsAnInstantInUtc(String text, String canonical) {
    assertThat(Time.parse(text)).hasToString(canonical);
    assertThat(Time.parseLiteral(text)).isEqualTo(Time.parse(text));
  }

  @Test
  void aPolicyMayLeaveOutTheSecondsAndDataMayNot() {
    String text = "2026-03-02T09:00+01:00";
    assertThat(Time.parseLiteral(text)).hasToString("2026-03-02T08:00:00Z");
    assertRefused(
        () -> Time.parse(text),
        "`2026-03-02T09:00+01:00` has no seconds",
        "did you mean `2026-03-02T09:00:00+01:00`?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "2026-03-02T09:00:00 | `2026-03-02T09:00:00` has no offset from UTC"
            + " | did you mean `2026-03-02T09:00:00Z`?",
        "2026-03-02T09:00 | `2026-03-02T09:00` has no seconds"
            + " | did you mean `2026-03-02T09:00:00Z`?",
        "2026-03-02 | `2026-03-02` has no time of day | did you mean `2026-03-02T00:00:00Z`?",
        "2026-03-02 09:00:00Z | `2026-03-02 09:00:00Z` has no `T` between date and time"
            + " | did you mean `2026-03-02T09:00:00Z`?",
        "2026-02-30T09:00:00Z | `2026-02-30T09:00:00Z` names day 30 of a shorter month | -",
        "2025-02-29T09:00:00Z | `2025-02-29T09:00:00Z` names day 29 of a shorter month | -",
        "2026-13-02T09:00:00Z | `2026-13-02T09:00:00Z` has month 13 | -",
        "2026-00-02T09:00:00Z | `2026-00-02T09:00:00Z` has month 00 | -",
        "2026-03-00T09:00:00Z | `2026-03-00T09:00:00Z` has day 00 | -",
        "2026-03-02T24:00:00Z | `2026-03-02T24:00:00Z` has hour 24 | -",
        "2026-03-02T09:60:00Z | `2026-03-02T09:60:00Z` has minute 60 | -",
        "2026-03-02T09:00:61Z | `2026-03-02T09:00:61Z` has second 61 | -",
        "2026-03-02T09:00:00+24:00 | `2026-03-02T09:00:00+24:00` has offset hour 24 | -",
        "2026-03-02T09:00:00+01:60 | `2026-03-02T09:00:00+01:60` has offset minute 60 | -",
        "2026-12-30T23:59:60Z | `2026-12-30T23:59:60Z`"
            + " has second 60, which only June and December may end with in UTC | -",
        "2026-12-31T23:59:60+01:00 | `2026-12-31T23:59:60+01:00`"
            + " has second 60, which only June and December may end with in UTC | -",
      })
  void aBadTimeIsExplained(String text, String message, String help) {
    assertRefused(() -> Time.parse(text), message, help);
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "now",
    "1772442000",
    "2026-3-2T09:00:00Z",
    "02.03.2026",
    "+2026-03-02T09:00:00Z",
    "-2026-03-02T09:00:00Z",
    "12026-03-02T09:00:00Z",
    "2026-03-02T09:00:00.Z",
    "'2026-03-02T09:00:00,5Z'",
    "2026-03-02T09:00:00+0100",
    "2026-03-02T09:00:00+01",
    "2026-03-02T09:00:00ZZ",
    "2026-03-02T09:00:00Z[UTC]",
    "2026-W10-1T09:00:00Z",
    "20260302T090000Z",
    "２026-03-02T09:00:00Z"
  })
  void whatIsNoTimeAtAllIsShownTheForm(String text) {
    assertRefused(
        () -> Time.parse(text),
        "`" + text + "` is not a time in the form of RFC 3339, such as `2026-03-02T09:00:00Z`",
        null);
  }

  @Test
  void timesAndDurationsAddUp() {
    Time nine = Time.parse("2026-03-02T09:00:00Z");
    Duration hour = Duration.parse("1h");
    assertThat(nine.plus(hour)).isEqualTo(Time.parse("2026-03-02T10:00:00Z"));
    assertThat(nine.minus(hour)).isEqualTo(Time.parse("2026-03-02T08:00:00Z"));
    assertThat(nine.minus(nine.plus(hour))).isEqualTo(new Duration(-3_600_000));
    assertThat(nine).isLessThan(nine.plus(hour));
  }

  @Test
  void arithmeticThatDoesNotFitIsUnknown() {
    Time last = new Time(Long.MAX_VALUE);
    assertThat(last.plus(new Duration(1))).isNull();
    assertThat(new Time(Long.MIN_VALUE).minus(new Duration(1))).isNull();
    assertThat(last.minus(new Time(-1))).isNull();
  }

  @Property
  void aTimeIsReadFromItsText(
      @ForAll @LongRange(min = YEAR_0, max = YEAR_10000 - 1) long epochMillis) {
    Time time = new Time(epochMillis);
    assertThat(Time.parse(time.toString())).isEqualTo(time);
  }

  @Property
  void aTimeIsReadAsThePlatformReadsIt(
      @ForAll @LongRange(min = YEAR_0, max = YEAR_10000 - 1) long epochMillis,
      @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offsetMinutes) {
    OffsetDateTime at =
        Instant.ofEpochMilli(epochMillis)
            .atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60))
            .withNano(0);
    if (at.getYear() < 0 || at.getYear() > 9999) {
      return;
    }
    String text = java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
    assertThat(Time.parse(text)).isEqualTo(new Time(at.toInstant().toEpochMilli()));
  }
}
