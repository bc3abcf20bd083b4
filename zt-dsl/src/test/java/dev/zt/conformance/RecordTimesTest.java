package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Decision;
import dev.zt.Entity;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.engine.Evaluator;
import dev.zt.policy.PolicySet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Times in records count to the millisecond, as those in maps do. */
class RecordTimesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  /** More than a class must be seen before code is made for it. */
  private static final int ROUNDS = 100;

  private static final String POLICY =
      """
      module record.times
      entity User { started: time }
      entity Doc { expires: time actions read, write }
      extend signal device fresh 10m { }
      readers: permit User to read, write on Doc
      proved: require now - identity.mfa_at < 15m to read Doc else deny
      started: require subject.started <= now to read Doc else deny
      expires: require resource.expires - now > 5m to read Doc else challenge mfa
      patched: require device.patched_at < now to write on Doc else deny
      """;

  private record User(Instant started) {}

  private record Doc(Instant expires) {}

  private record Identity(Instant mfaAt) {}

  private record Device(Instant patchedAt, Instant asOf) {}

  private final PolicySet policies = PolicyCompiler.compile(Map.of("times.zt", POLICY)).orThrow();

  @Test
  void atEachEdgeRecordsAreDecidedAsMapsAre() {
    List<Duration> ages =
        List.of(Duration.ZERO, Duration.ofMinutes(10), Duration.ofMinutes(15), Duration.ofHours(1));
    try (Engine records = engine(Evaluator.COMPILED);
        Engine maps = engine(Evaluator.REFERENCE)) {
      for (int round = 0; round < ROUNDS; round++) {
        for (Duration age : ages) {
          for (long millis = -1; millis <= 1; millis++) {
            Instant then = NOW.minus(age).plusMillis(millis);
            Instant end = NOW.plus(Duration.ofMinutes(5)).plusMillis(millis);
            for (String action : List.of("read", "write")) {
              Decision expected = maps.check(ofMaps(action, then, end));
              Decision actual = records.check(ofRecords(action, then, end));
              assertThat(actual).as("%s, %s, round %s", action, then, round).isEqualTo(expected);
              assertThat(actual.validUntil()).isEqualTo(expected.validUntil());
            }
          }
        }
      }
    }
  }

  private Engine engine(Evaluator evaluator) {
    return Engine.builder(policies).clock(() -> NOW).evaluator(evaluator).build();
  }

  private static Request ofRecords(String action, Instant then, Instant end) {
    return Request.of(
            Entity.of("User", "ann", new User(then)),
            action,
            Entity.of("Doc", "plan", new Doc(end)))
        .with(Signal.of("identity", new Identity(then)))
        .with(Signal.of("device", new Device(then, then)));
  }

  private static Request ofMaps(String action, Instant then, Instant end) {
    return Request.of(
            Entity.of("User", "ann", Map.of("started", then)),
            action,
            Entity.of("Doc", "plan", Map.of("expires", end)))
        .with(Signal.of("identity", Map.of("mfa_at", then)))
        .with(Signal.of("device", Map.of("patched_at", then, "as_of", then)));
  }
}
