package dev.zt.engine.facts;

import static dev.zt.engine.facts.ReadingAssert.assertThat;
import static dev.zt.engine.facts.World.reading;
import static dev.zt.engine.facts.World.text;
import static dev.zt.engine.facts.World.user;

import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.policy.value.Value;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class SignalDataTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private final World world = new World();

  private record Device(String id, Boolean managed, String source) {}

  private Facts facts(Signal... signals) {
    Request request = reading(user());
    for (Signal signal : signals) {
      request = request.with(signal);
    }
    return world.facts(request);
  }

  @Test
  void aSignalThatIsNotGivenIsMissingAndNotObserved() {
    Facts facts = facts();
    Assertions.assertThat(facts.observed("device")).isFalse();
    assertThat(facts.signalField("device", "id")).isMissing();
  }

  @Test
  void aSignalIsReadAsAWhole() {
    Facts facts =
        facts(
            Signal.of("device", Map.of("id", "laptop", "edr", "healthy")).asOf(NINE).source("mdm"));
    Assertions.assertThat(facts.observed("device")).isTrue();
    Assertions.assertThat(facts.observed("location")).isFalse();
    assertThat(facts.signalField("device", "id")).isEqualTo(text("laptop"));
    assertThat(facts.signalField("device", "edr"))
        .isEqualTo(new Value.EnumConstant("w.Health", "healthy", 0));
    assertThat(facts.signalField("device", "as_of")).isEqualTo(new Value.Time(NINE.toEpochMilli()));
    assertThat(facts.signalField("device", "source")).isEqualTo(text("mdm"));
    assertThat(facts.signalField("device", "managed")).isMissing();
  }

  @Test
  void aSignalIsReadFromARecord() {
    Facts facts = facts(Signal.of("device", new Device("laptop", null, "mdm")).asOf(NINE));
    assertThat(facts.signalField("device", "id")).isEqualTo(text("laptop"));
    assertThat(facts.signalField("device", "source")).isEqualTo(text("mdm"));
    assertThat(facts.signalField("device", "managed")).isMissing();
    assertThat(facts.signalField("device", "as_of")).isEqualTo(new Value.Time(NINE.toEpochMilli()));
  }

  @Test
  void anEmptyObservationIsAnObservation() {
    Facts facts = facts(Signal.of("device"));
    Assertions.assertThat(facts.observed("device")).isTrue();
    assertThat(facts.signalField("device", "id")).isMissing();
  }

  @Test
  void aFailedSignalFailsAllItsFieldsAndObservedNothing() {
    Facts facts = facts(Signal.failed("device", "the MDM\ndid not answer").with("id", "laptop"));
    Assertions.assertThat(facts.observed("device")).isFalse();
    assertThat(facts.signalField("device", "id")).isFailed("the MDM\\ndid not answer");
    assertThat(facts.signalField("device", "as_of")).isFailed("the MDM\\ndid not answer");
  }

  @Test
  void twoObservationsOfOneSignalAreComparedFieldByField() {
    Facts facts =
        facts(
            Signal.of("device", Map.of("id", "laptop", "managed", true)),
            Signal.of("device", Map.of("id", "laptop", "managed", false, "edr", "healthy")));
    assertThat(facts.signalField("device", "id")).isEqualTo(text("laptop"));
    assertThat(facts.signalField("device", "managed")).isMistyped("given as true and as false");
    assertThat(facts.signalField("device", "edr")).isInstanceOf(Value.EnumConstant.class);
  }

  @Test
  void aFailureBesideAnObservationIsAFailure() {
    Signal observed = Signal.of("device", Map.of("id", "laptop"));
    Signal failed = Signal.failed("device", "timeout");
    for (Facts facts : new Facts[] {facts(observed, failed), facts(failed, observed)}) {
      Assertions.assertThat(facts.observed("device")).isFalse();
      assertThat(facts.signalField("device", "id")).isFailed("timeout");
      assertThat(facts.signalField("device", "managed")).isFailed("timeout");
    }
  }

  @Test
  void theSameObservationGivenTwiceIsOne() {
    Signal broken = Signal.of("device", Map.of("id", 7));
    assertThat(facts(broken, broken).signalField("device", "id")).isMistyped("7 is not a string");
  }

  @Test
  void anUndeclaredSignalIsIgnored() {
    Assertions.assertThat(facts(Signal.of("devices")).observed("devices")).isFalse();
  }
}
