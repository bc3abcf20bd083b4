package dev.zt.conformance.elevation;

import static dev.zt.conformance.elevation.Hospital.NOON;
import static dev.zt.conformance.elevation.Hospital.NURSE;
import static dev.zt.conformance.elevation.Hospital.OTHER_RECORD;
import static dev.zt.conformance.elevation.Hospital.RECORD;
import static dev.zt.conformance.elevation.Hospital.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Challenge;
import dev.zt.Decision;
import dev.zt.ElevationRequest;
import dev.zt.ElevationReview;
import dev.zt.Entity;
import dev.zt.Grant;
import dev.zt.Outcome;
import dev.zt.Reason;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.engine.Engine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What decisions make of active grants. */
class GrantedDecisionsTest {
  private static final Signal FRESH =
      Signal.of("identity").with("mfa_at", NOON.minusSeconds(60)).asOf(NOON);

  private final SteppingClock clock = new SteppingClock(NOON);
  private final Engine engine = Hospital.engine(clock);

  private void breakGlass(Duration duration) {
    engine.elevations().request(NURSE, "break_glass", RECORD.reference(), duration, "emergency");
  }

  private Decision print(Entity nurse) {
    return engine.check(Request.of(nurse, "print", RECORD).with(FRESH));
  }

  @Test
  void withoutAGrantTheElevationIsAChallengeThatCarriesItsId() {
    Decision decision = print(NURSE);
    assertThat(decision).isInstanceOf(Decision.Challenge.class);
    assertThat(((Decision.Challenge) decision).challenges())
        .containsExactly(
            new Challenge(List.of(new Challenge.Step("elevate", Map.of("name", "h.break_glass")))));
    assertThat(decision.reasons()).extracting(Reason::rule).containsExactly("h.break_glass");
  }

  @Test
  void anActiveGrantIsAPermitThatNamesTheElevation() {
    breakGlass(Duration.ofMinutes(10));
    Decision decision = print(NURSE);
    assertThat(decision.outcome()).isEqualTo(Outcome.PERMIT);
    assertThat(decision.reasons()).extracting(Reason::rule).containsExactly("h.break_glass");
  }

  @Test
  void aGrantIsActiveFromItsStartToBeforeItsEnd() {
    engine
        .elevations()
        .request(
            ElevationRequest.of(NURSE, "h.break_glass", RECORD.reference(), Duration.ofMinutes(2))
                .because("round")
                .from(NOON.plusSeconds(60)));
    assertThat(print(NURSE).outcome()).isEqualTo(Outcome.CHALLENGE);
    assertThat(print(NURSE).validUntil()).isEqualTo(NOON.plusSeconds(60));
    clock.step(Duration.ofSeconds(60));
    assertThat(print(NURSE).outcome()).isEqualTo(Outcome.PERMIT);
    assertThat(print(NURSE).validUntil()).isEqualTo(NOON.plusSeconds(180));
    clock.step(Duration.ofMillis(119_999));
    assertThat(print(NURSE).outcome()).isEqualTo(Outcome.PERMIT);
    clock.step(Duration.ofMillis(1));
    assertThat(print(NURSE).outcome()).isEqualTo(Outcome.CHALLENGE);
    assertThat(print(NURSE).validUntil()).isEqualTo(Instant.MAX);
  }

  @Test
  void aGrantLiftsNothingButTheMissingPermit() {
    breakGlass(Duration.ofMinutes(10));
    Decision stale = engine.check(Request.of(NURSE, "print", RECORD));
    assertThat(stale.outcome()).isEqualTo(Outcome.CHALLENGE);
    assertThat(stale.reasons()).extracting(Reason::rule).containsExactly("h.fresh");
    Entity moved = RECORD.with("ward", "locked");
    assertThat(engine.check(Request.of(NURSE.with("ward", "locked"), "print", moved)).outcome())
        .isEqualTo(Outcome.DENY);
  }

  @Test
  void theConditionOfTheElevationIsJudgedAtEachDecision() {
    breakGlass(Duration.ofMinutes(10));
    assertThat(print(person("nina", "b", "nurse")).outcome()).isEqualTo(Outcome.DENY);
    assertThat(print(person("nina", "a")).outcome()).isEqualTo(Outcome.DENY);
    assertThat(print(Entity.of("Person", "nina")).outcome()).isEqualTo(Outcome.DENY);
  }

  @Test
  void aRuleCanAskWhetherTheElevationIsActive() {
    Entity both = person("nina", "a", "nurse", "doctor");
    assertThat(engine.check(Request.of(both, "read", RECORD)).outcome()).isEqualTo(Outcome.PERMIT);
    breakGlass(Duration.ofMinutes(10));
    Decision decision = engine.check(Request.of(both, "read", RECORD));
    assertThat(decision.outcome()).isEqualTo(Outcome.RESTRICT);
    assertThat(decision.reasons()).extracting(Reason::rule).containsExactly("h.copies");
    assertThat(decision.validUntil()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
  }

  @Test
  void aGrantIsForOneSubjectAndOneResource() {
    breakGlass(Duration.ofMinutes(10));
    assertThat(print(person("other", "a", "nurse")).outcome()).isEqualTo(Outcome.CHALLENGE);
    assertThat(engine.check(Request.of(NURSE, "print", OTHER_RECORD).with(FRESH)).outcome())
        .isEqualTo(Outcome.CHALLENGE);
  }

  @Test
  void aGrantCanBeForAWholeType() {
    engine
        .elevations()
        .request(
            ElevationRequest.ofAll(NURSE, "break_glass", "Record", Duration.ofMinutes(10))
                .because("fire"));
    assertThat(print(NURSE).outcome()).isEqualTo(Outcome.PERMIT);
    assertThat(engine.check(Request.of(NURSE, "print", OTHER_RECORD).with(FRESH)).outcome())
        .isEqualTo(Outcome.PERMIT);
  }

  @Test
  void ofTwoGrantsTheLaterEndCounts() {
    breakGlass(Duration.ofMinutes(10));
    breakGlass(Duration.ofMinutes(20));
    assertThat(print(NURSE).validUntil())
        .isEqualTo(NOON.plus(Duration.ofMinutes(14)).plusMillis(1));
    clock.step(Duration.ofMinutes(12));
    assertThat(print(NURSE).outcome()).isEqualTo(Outcome.PERMIT);
  }

  @Test
  void anExplanationSaysThatTheElevationPermits() {
    assertThat(explained()).contains("would permit with an active grant");
    breakGlass(Duration.ofMinutes(10));
    assertThat(explained()).contains("permits").doesNotContain("would permit");
  }

  private String explained() {
    return engine.explain(Request.of(NURSE, "print", RECORD).with(FRESH)).toString();
  }

  @Test
  void otherPoliciesFindTheGrantsThatWereGiven() {
    breakGlass(Duration.ofMinutes(10));
    engine.reload(Hospital.compiled(Hospital.POLICIES_TEXT + "\nenum Unused { a, b }\n"));
    assertThat(print(NURSE).outcome()).isEqualTo(Outcome.PERMIT);
  }

  @Test
  void aRuleOnAnotherActionAsksForTheSameGrant() {
    Engine compiled =
        Engine.builder(
                Hospital.compiled(
                    Hospital.POLICIES_TEXT.replace("open }", "open, lock }")
                        + """

                        locking:
                        permit Person to lock Door
                          when enter.active
                        """))
            .clock(clock)
            .build();
    Request lock = Request.of(NURSE, "lock", Hospital.DOOR);
    assertThat(compiled.check(lock).outcome()).isEqualTo(Outcome.DENY);
    Grant asked =
        compiled
            .elevations()
            .request(NURSE, "enter", Hospital.DOOR.reference(), Duration.ofMinutes(5), "");
    compiled.elevations().approve(ElevationReview.of(asked.id(), Hospital.DOCTOR).with(FRESH));
    Decision decision = compiled.check(lock);
    assertThat(decision.outcome()).isEqualTo(Outcome.PERMIT);
    assertThat(decision.validUntil()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
    assertThat(compiled.explain(lock).decision()).isEqualTo(decision);
  }
}
