package dev.zt.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.UnknownCause;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Value;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StalenessTest {
  private static final long NOW = Instant.parse("2026-03-03T10:15:30Z").toEpochMilli();

  @Test
  void anOldObservationSaysWhenItWasMade() {
    assertThat(Staleness.of(new Value.Time(NOW - 3_600_000), NOW))
        .isEqualTo(stale("observed at 2026-03-03T09:15:30Z"));
  }

  @Test
  void anObservationAheadOfTheClockSaysSo() {
    assertThat(Staleness.of(new Value.Time(NOW + 30_001), NOW))
        .isEqualTo(stale("observed at 2026-03-03T10:16:00.001Z, in the future"));
  }

  @Test
  void anObservationOfUnknownTimeSaysSo() {
    Absent unknown = stale("its time of observation is not known");

    assertThat(Staleness.of(Absent.MISSING, NOW)).isEqualTo(unknown);
    assertThat(Staleness.of(null, NOW)).isEqualTo(unknown);
  }

  private static Absent stale(String detail) {
    return new Absent(UnknownCause.STALE, detail);
  }
}
