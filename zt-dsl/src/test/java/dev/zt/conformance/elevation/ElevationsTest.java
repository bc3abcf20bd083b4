package dev.zt.conformance.elevation;

import static dev.zt.conformance.elevation.Hospital.CHIEF;
import static dev.zt.conformance.elevation.Hospital.DOCTOR;
import static dev.zt.conformance.elevation.Hospital.DOOR;
import static dev.zt.conformance.elevation.Hospital.NOON;
import static dev.zt.conformance.elevation.Hospital.NURSE;
import static dev.zt.conformance.elevation.Hospital.RECORD;
import static dev.zt.conformance.elevation.Hospital.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.zt.Decision;
import dev.zt.ElevationOffer;
import dev.zt.ElevationRefusedException;
import dev.zt.ElevationRefusedException.Cause;
import dev.zt.ElevationRequest;
import dev.zt.ElevationReview;
import dev.zt.Elevations;
import dev.zt.Entity;
import dev.zt.Grant;
import dev.zt.Grant.State;
import dev.zt.Outcome;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.engine.Engine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Asking, deciding and ending. */
class ElevationsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final SteppingClock clock = new SteppingClock(NOON);
  private final Engine engine = Hospital.engine(clock);
  private final Elevations elevations = engine.elevations();

  private Grant asked() {
    return elevations.request(NURSE, "amend", RECORD.reference(), HOUR, "typo");
  }

  private Grant approve(Grant grant, Entity approver) {
    return elevations.approve(ElevationReview.of(grant.id(), approver).with(NURSE));
  }

  private Outcome write() {
    return engine.check(Request.of(NURSE, "write", RECORD)).outcome();
  }

  private static void refused(Cause cause, ThrowingCallable call) {
    assertThatExceptionOfType(ElevationRefusedException.class)
        .isThrownBy(call)
        .extracting(ElevationRefusedException::refusal)
        .isEqualTo(cause);
  }

  @Test
  void twoApproversMakeAPendingGrantActive() {
    Grant asked = asked();
    assertThat(asked.state()).isEqualTo(State.PENDING);
    assertThat(write()).isEqualTo(Outcome.CHALLENGE);
    assertThat(approve(asked, DOCTOR).state()).isEqualTo(State.PENDING);
    assertThat(write()).isEqualTo(Outcome.CHALLENGE);
    Grant approved = approve(asked, CHIEF);
    assertThat(approved.state()).isEqualTo(State.APPROVED);
    assertThat(approved.approvals())
        .extracting(Grant.Approval::approver)
        .containsExactly(DOCTOR.reference(), CHIEF.reference());
    assertThat(approved.end()).isEqualTo(NOON.plus(HOUR));
    assertThat(write()).isEqualTo(Outcome.PERMIT);
  }

  @Test
  void oneApproverCountsOnce() {
    Grant asked = asked();
    approve(asked, DOCTOR);
    assertThat(approve(asked, DOCTOR).state()).isEqualTo(State.PENDING);
    assertThat(approve(asked, DOCTOR.with("ward", "a")).approvals()).hasSize(1);
  }

  @Test
  void nobodyDecidesOnTheirOwnRequest() {
    Entity self = NURSE.roles("nurse", "doctor", "chief");
    Grant asked = asked();
    refused(Cause.OWN_REQUEST, () -> approve(asked, self));
    refused(Cause.OWN_REQUEST, () -> elevations.deny(asked.id(), self));
    assertThat(elevations.mayReview(ElevationReview.of(asked.id(), self).with(NURSE))).isFalse();
  }

  @Test
  void whoDoesNotCertainlyMatchDoesNotDecide() {
    Grant asked = asked();
    refused(Cause.NOT_AN_APPROVER, () -> approve(asked, person("x", "a", "nurse")));
    refused(Cause.NOT_AN_APPROVER, () -> approve(asked, person("x", "b", "doctor")));
    refused(Cause.NOT_AN_APPROVER, () -> approve(asked, person("x", "a")));
    refused(Cause.NOT_AN_APPROVER, () -> approve(asked, Entity.of("Person", "x")));
    refused(Cause.NOT_AN_APPROVER, () -> approve(asked, Entity.of("Ghost", "x").roles("doctor")));
    refused(Cause.NOT_AN_APPROVER, () -> approve(asked, DOCTOR.with("on_duty", "sometimes")));
    refused(Cause.NOT_AN_APPROVER, () -> elevations.deny(asked.id(), person("x", "a", "nurse")));
    assertThat(elevations.find(asked.id())).hasValue(asked);
  }

  @Test
  void whatNobodyTellsOfTheSubjectIsUnknown() {
    Grant asked = asked();
    refused(Cause.NOT_AN_APPROVER, () -> elevations.approve(asked.id(), DOCTOR));
  }

  @Test
  void theCircumstancesOfTheApproverCount() {
    Grant asked = elevations.request(NURSE, "enter", DOOR.reference(), Duration.ofMinutes(5), "");
    ElevationReview review = ElevationReview.of(asked.id(), DOCTOR);
    Signal identity = Signal.of("identity").asOf(NOON);
    refused(Cause.NOT_AN_APPROVER, () -> elevations.approve(review));
    refused(
        Cause.NOT_AN_APPROVER,
        () -> elevations.approve(review.with(identity.with("mfa_at", NOON.minusSeconds(600)))));
    ElevationReview fresh = review.with(identity.with("mfa_at", NOON.minusSeconds(60)));
    assertThat(elevations.mayReview(fresh)).isTrue();
    assertThat(elevations.approve(fresh).state()).isEqualTo(State.APPROVED);
  }

  @Test
  void aDenialEndsIt() {
    Grant asked = asked();
    approve(asked, DOCTOR);
    Grant denied =
        elevations.deny(ElevationReview.of(asked.id(), CHIEF).with(NURSE).because("not now"));
    assertThat(denied.state()).isEqualTo(State.DENIED);
    assertThat(denied.ending()).isEqualTo(new Grant.Ending(CHIEF.reference(), "not now", NOON));
    assertThat(approve(asked, CHIEF)).isEqualTo(denied);
    assertThat(write()).isEqualTo(Outcome.CHALLENGE);
  }

  @Test
  void theFirstTransitionIsFinal() {
    Grant cancelled = elevations.cancel(asked().id());
    assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
    assertThat(approve(cancelled, DOCTOR)).isEqualTo(cancelled);
    assertThat(elevations.revoke(cancelled.id(), "late")).isEqualTo(cancelled);
    assertThat(elevations.deny(cancelled.id(), DOCTOR)).isEqualTo(cancelled);

    Grant asked = asked();
    approve(asked, DOCTOR);
    Grant approved = approve(asked, CHIEF);
    assertThat(elevations.deny(asked.id(), DOCTOR)).isEqualTo(approved);
    assertThat(elevations.cancel(asked.id())).isEqualTo(approved);
    assertThat(write()).isEqualTo(Outcome.PERMIT);
  }

  @Test
  void aRevocationCountsAtOnce() {
    Grant grant = approvedGrant();
    assertThat(elevations.revoke(grant.id(), "left").state()).isEqualTo(State.REVOKED);
    assertThat(write()).isEqualTo(Outcome.CHALLENGE);
  }

  @Test
  void everythingOfASubjectCanBeRevoked() {
    Grant grant = approvedGrant();
    Grant pending = asked();
    Entity other = person("olga", "a", "nurse");
    Grant others = elevations.request(other, "break_glass", RECORD.reference(), HOUR, "e");
    assertThat(elevations.revokeOf(NURSE.reference(), "stolen"))
        .extracting(Grant::id)
        .containsExactlyInAnyOrder(grant.id(), pending.id());
    assertThat(write()).isEqualTo(Outcome.CHALLENGE);
    assertThat(approve(pending, DOCTOR).state()).isEqualTo(State.REVOKED);
    assertThat(elevations.open()).containsExactly(others);
  }

  @Test
  void everythingOfAllCanBeRevoked() {
    approvedGrant();
    asked();
    assertThat(elevations.revokeAll("breach")).hasSize(2);
    assertThat(elevations.open()).isEmpty();
    assertThat(write()).isEqualTo(Outcome.CHALLENGE);
    assertThat(elevations.revokeAll("breach")).isEmpty();
  }

  private Grant approvedGrant() {
    Grant asked = asked();
    approve(asked, DOCTOR);
    return approve(asked, CHIEF);
  }

  @Test
  void aPendingGrantLapsesAfterADay() {
    Grant asked = asked();
    clock.step(Duration.ofHours(24).minusMillis(1));
    assertThat(elevations.find(asked.id()).orElseThrow().state()).isEqualTo(State.PENDING);
    clock.step(Duration.ofMillis(1));
    assertThat(elevations.find(asked.id()).orElseThrow().state()).isEqualTo(State.EXPIRED);
    assertThat(approve(asked, DOCTOR).state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void aGrantEndsByItself() {
    Grant grant = approvedGrant();
    clock.step(HOUR.minusMillis(1));
    assertThat(write()).isEqualTo(Outcome.PERMIT);
    clock.step(Duration.ofMillis(1));
    assertThat(write()).isEqualTo(Outcome.CHALLENGE);
    assertThat(elevations.find(grant.id()).orElseThrow().state()).isEqualTo(State.EXPIRED);
    assertThat(elevations.open()).isEmpty();
  }

  @Test
  void aGrantForALaterTimeEndsThenHoweverLateItIsApproved() {
    Grant asked =
        elevations.request(
            ElevationRequest.of(NURSE, "amend", RECORD.reference(), HOUR).from(NOON.plus(HOUR)));
    approve(asked, DOCTOR);
    clock.step(Duration.ofMinutes(90));
    Grant approved = approve(asked, CHIEF);
    assertThat(approved.start()).isEqualTo(NOON.plus(Duration.ofMinutes(90)));
    assertThat(approved.end()).isEqualTo(NOON.plus(Duration.ofHours(2)));
  }

  @Test
  void aGrantForALaterTimeLapsesWhenThatIsOver() {
    Grant asked =
        elevations.request(
            ElevationRequest.of(NURSE, "amend", RECORD.reference(), HOUR).from(NOON.plus(HOUR)));
    clock.step(Duration.ofHours(2));
    assertThat(approve(asked, DOCTOR).state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void whatThePolicyDoesNotAllowCannotBeAskedFor() {
    refused(Cause.DURATION, () -> request("amend", HOUR.multipliedBy(2).plusMillis(1)));
    refused(Cause.DURATION, () -> request("amend", HOUR.multipliedBy(2).plusNanos(1)));
    refused(Cause.DURATION, () -> request("amend", Duration.ZERO));
    refused(Cause.DURATION, () -> request("amend", Duration.ofSeconds(Long.MAX_VALUE)));
    refused(Cause.DURATION, () -> request("amend", Duration.ofSeconds(Long.MIN_VALUE)));
    refused(Cause.REASON_MISSING, () -> request("break_glass", HOUR));
    refused(Cause.UNKNOWN_ELEVATION, () -> request("amendd", HOUR));
    refused(Cause.UNKNOWN_ELEVATION, () -> request("readers", HOUR));
    refused(
        Cause.OUT_OF_SCOPE,
        () -> elevations.request(NURSE, "amend", DOOR.reference(), HOUR, "wrong type"));
    refused(
        Cause.OUT_OF_SCOPE,
        () -> elevations.request(DOCTOR, "amend", RECORD.reference(), HOUR, "no nurse"));
    refused(
        Cause.OUT_OF_SCOPE,
        () -> elevations.request(Entity.of("Ghost", "g"), "enter", DOOR.reference(), HOUR, "boo"));
    refused(
        Cause.START,
        () ->
            elevations.request(
                ElevationRequest.of(NURSE, "amend", RECORD.reference(), HOUR)
                    .from(NOON.minusMillis(1))));
    refused(
        Cause.TEXT_TOO_LONG,
        () -> elevations.request(NURSE, "amend", RECORD.reference(), HOUR, "x".repeat(4_001)));
    assertThat(elevations.open()).isEmpty();
  }

  private Grant request(String elevation, Duration duration) {
    return elevations.request(ElevationRequest.of(NURSE, elevation, RECORD.reference(), duration));
  }

  @Test
  void aSubjectCannotFloodTheBook() {
    for (int i = 0; i < 100; i++) {
      asked();
    }
    refused(Cause.TOO_MANY, this::asked);
    assertThat(elevations.request(DOCTOR, "enter", DOOR.reference(), Duration.ofMinutes(1), ""))
        .isNotNull();
  }

  @Test
  void stricterPoliciesCountForWhatIsPending() {
    Grant asked = asked();
    approve(asked, DOCTOR);
    engine.reload(Hospital.compiled(Hospital.POLICIES_TEXT.replace("at most 2h", "at most 30m")));
    refused(Cause.DURATION, () -> approve(asked, CHIEF));
    engine.reload(Hospital.compiled(Hospital.POLICIES_TEXT.replace("2 of role", "3 of role")));
    assertThat(approve(asked, CHIEF).state()).isEqualTo(State.PENDING);
  }

  @Test
  void aConditionOnTheResourceIsUnknownForAWholeType() {
    engine.reload(
        Hospital.compiled(
            Hospital.POLICIES_TEXT.replace(
                "approver.ward == subject.ward", "resource.id != \"vip\"")));
    Grant one = asked();
    assertThat(approve(one, DOCTOR).approvals()).hasSize(1);
    Grant all = elevations.request(ElevationRequest.ofAll(NURSE, "amend", "Record", HOUR));
    refused(Cause.NOT_AN_APPROVER, () -> approve(all, DOCTOR));
  }

  @Test
  void anOfferSaysWhatMayBeAskedForAndWhoMayApprove() {
    ElevationOffer offer = elevations.offer("h.amend");
    assertThat(offer)
        .isEqualTo(
            new ElevationOffer(
                "h.amend",
                Map.of("Record", Set.of("write")),
                Duration.ofHours(2),
                2,
                List.of("role \"doctor\"", "role \"chief\""),
                "approver.ward == subject.ward and approver.on_duty",
                false,
                Map.of()));
    assertThat(elevations.offer("break_glass").approvals()).isZero();
    assertThat(elevations.offer("break_glass").reasonRequired()).isTrue();
    refused(Cause.UNKNOWN_ELEVATION, () -> elevations.offer("h.nothing"));
  }

  @Test
  void aChallengeLeadsToItsOffers() {
    Decision decision = engine.check(Request.of(NURSE, "write", RECORD));
    assertThat(elevations.offers(decision)).containsExactly(elevations.offer("h.amend"));
    assertThat(elevations.offers(engine.check(Request.of(DOCTOR, "read", RECORD)))).isEmpty();
  }

  @Test
  void aClosedEngineGrantsNothing() {
    engine.close();
    assertThatIllegalStateException().isThrownBy(this::asked);
    assertThatIllegalStateException().isThrownBy(() -> elevations.revokeAll("too late"));
  }

  @Test
  void unknownGrantsAreRefused() {
    refused(Cause.UNKNOWN_GRANT, () -> elevations.approve("nothing", DOCTOR));
    refused(Cause.UNKNOWN_GRANT, () -> elevations.revoke("nothing", ""));
    assertThat(elevations.find("nothing")).isEmpty();
  }
}
