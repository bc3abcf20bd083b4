package dev.zt.engine.facts;

import static dev.zt.engine.facts.ReadingAssert.assertThat;
import static dev.zt.engine.facts.World.read;
import static dev.zt.policy.Type.Scalar.DURATION;
import static dev.zt.policy.Type.Scalar.TIME;

import dev.zt.policy.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import org.junit.jupiter.api.Test;

class TimeDataTest {
  private static final Value.Time NINE = Value.Time.parse("2026-03-02T09:00:00Z");

  @Test
  void aTimeIsTextWithAnOffsetOrAJavaInstant() {
    assertThat(read(TIME, "2026-03-02T10:00:00+01:00")).isEqualTo(NINE);
    assertThat(read(TIME, Instant.parse("2026-03-02T09:00:00Z"))).isEqualTo(NINE);
    assertThat(read(TIME, OffsetDateTime.parse("2026-03-02T10:00:00+01:00"))).isEqualTo(NINE);
    assertThat(read(TIME, ZonedDateTime.parse("2026-03-02T10:00:00+01:00[Europe/Berlin]")))
        .isEqualTo(NINE);
  }

  @Test
  void aTimeWithoutOffsetOrSecondsIsMistyped() {
    assertThat(read(TIME, "2026-03-02T09:00:00")).isMistyped();
    assertThat(read(TIME, "2026-03-02T09:00Z")).isMistyped();
    assertThat(read(TIME, LocalDateTime.parse("2026-03-02T09:00:00"))).isMistyped();
    assertThat(read(TIME, 1_772_442_000_000L)).isMistyped("1772442000000 is not a time");
    assertThat(read(TIME, new Date(0))).isMistyped("an object of java.util.Date is not a time");
  }

  @Test
  void aTimeIsFlooredToMilliseconds() {
    assertThat(read(TIME, Instant.ofEpochSecond(0, 1_999_999))).isEqualTo(new Value.Time(1));
    assertThat(read(TIME, Instant.ofEpochSecond(-1, 999_999_999))).isEqualTo(new Value.Time(-1));
    assertThat(read(TIME, "1969-12-31T23:59:59.9999999Z")).isEqualTo(new Value.Time(-1));
  }

  @Test
  void anInstantBeyondMillisecondsIsOverflowed() {
    assertThat(read(TIME, Instant.MAX)).isOverflowed();
    assertThat(read(TIME, Instant.MIN)).isOverflowed();
  }

  @Test
  void aDurationIsTextOrJavasOwnFlooredToMilliseconds() {
    assertThat(read(DURATION, "1h30m")).isEqualTo(new Value.Duration(5_400_000));
    assertThat(read(DURATION, Duration.ofMinutes(90))).isEqualTo(new Value.Duration(5_400_000));
    assertThat(read(DURATION, Duration.ofNanos(1_999_999))).isEqualTo(new Value.Duration(1));
    assertThat(read(DURATION, Duration.ZERO)).isEqualTo(new Value.Duration(0));
  }

  @Test
  void aDurationIsNeverNegative() {
    assertThat(read(DURATION, "-15m")).isMistyped();
    assertThat(read(DURATION, Duration.ofNanos(-1)))
        .isMistyped("PT-0.000000001S is not a duration of zero or more");
  }

  @Test
  void anythingElseIsNoDuration() {
    assertThat(read(DURATION, "PT15M")).isMistyped();
    assertThat(read(DURATION, 900)).isMistyped("900 is not a duration");
  }

  @Test
  void aDurationBeyondMillisecondsIsOverflowed() {
    assertThat(read(DURATION, Duration.ofSeconds(Long.MAX_VALUE))).isOverflowed();
    assertThat(read(DURATION, "99999999999999999999d")).isOverflowed();
  }
}
