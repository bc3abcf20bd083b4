package dev.zt.policy.value;

import static dev.zt.policy.value.InvalidTextAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zt.policy.value.Value.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTest {
  @ParameterizedTest
  @CsvSource({
    "500ms, 500, 500ms",
    "30s, 30000, 30s",
    "15m, 900000, 15m",
    "12h, 43200000, 12h",
    "30d, 2592000000, 30d",
    "1h30m, 5400000, 1h30m",
    "90m, 5400000, 1h30m",
    "1d2h3m4s5ms, 93784005, 1d2h3m4s5ms",
    "1h05m, 3900000, 1h5m",
    "1_000ms, 1000, 1s",
    "0d, 0, 0s",
    "9223372036854775807ms, 9223372036854775807, 106751991167d7h12m55s807ms"
  })
  void unitsGoFromLargeToSmall(String text, long millis, String canonical) {
    assertThat(Duration.parse(text)).isEqualTo(new Duration(millis)).hasToString(canonical);
  }

  @Test
  void aNegativeDurationComesFromArithmeticOnly() {
    Duration quarter = new Duration(0).minus(Duration.parse("15m"));
    assertThat(quarter).hasToString("-15m");
    assertThat(new Duration(Long.MIN_VALUE)).hasToString("-106751991167d7h12m55s808ms");
    assertRefused(() -> Duration.parse("-15m"), "`-15m` is not a duration", null);
  }

  @Test
  void arithmeticThatDoesNotFitIsUnknown() {
    Duration most = new Duration(Long.MAX_VALUE);
    assertThat(most.plus(new Duration(1))).isNull();
    assertThat(new Duration(Long.MIN_VALUE).minus(new Duration(1))).isNull();
    assertThat(most.minus(most)).isEqualTo(new Duration(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "'' | `` is not a duration | -",
        "15 | `15` has no unit | add one of `d`, `h`, `m`, `s`, `ms`",
        "1h30 | `1h30` has no unit | add one of `d`, `h`, `m`, `s`, `ms`",
        "15 min | `15 min` is not a duration | did you mean `15m`?",
        "15M | `15M` is not a duration | did you mean `15m`?",
        "2hours | `2hours` is not a duration | did you mean `2h`?",
        "1.5h | `1.5h` is not a duration | did you mean `1h30m`?",
        "PT15M | `PT15M` is not a duration | did you mean `15m`?",
        "P1M | `P1M` is not a duration | -",
        "1w | `1w` is not a duration | -",
        "m | `m` is not a duration | -",
        "15m_ | `15m_` is not a duration | -",
        "1_h | `1_h` is not a duration | -",
        "30m1h | `30m1h` does not name its units once each, from large to small"
            + " | did you mean `1h30m`?",
        "1h1h | `1h1h` does not name its units once each, from large to small"
            + " | did you mean `2h`?"
      })
  void aBadDurationIsExplained(String text, String message, String help) {
    assertRefused(() -> Duration.parse(text), message, help);
  }

  @ParameterizedTest
  @CsvSource({"106751991168d", "9223372036854775808ms", "106751991167d8h", "99999999999999999999s"})
  void aDurationThatDoesNotFitIsOutOfRange(String text) {
    InvalidText invalid = catchThrowableOfType(InvalidText.class, () -> Duration.parse(text));
    assertThat(invalid.outOfRange()).isTrue();
    assertThat(invalid.message()).isEqualTo("`" + text + "` is out of range for a duration");
  }

  @Test
  void aDurationOutOfRangeIsStillCheckedToItsEnd() {
    InvalidText invalid =
        catchThrowableOfType(InvalidText.class, () -> Duration.parse("999999999999999d1x"));
    assertThat(invalid.outOfRange()).isFalse();
  }

  @Property
  void aDurationIsReadFromItsText(@ForAll @LongRange(min = 0) long millis) {
    Duration duration = new Duration(millis);
    assertThat(Duration.parse(duration.toString())).isEqualTo(duration);
  }
}
