package dev.zt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zt.Decision;
import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.Outcome;
import dev.zt.Request;
import dev.zt.Session;
import dev.zt.Signal;
import dev.zt.SignalLimits;
import dev.zt.Unknown;
import dev.zt.UnknownCause;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.policy.PolicySet;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignalsTest {
  private static final PolicySet POLICIES =
      PolicyCompiler.compile(
              "signals.zt",
              """
              module m
              entity User { }
              entity Doc { actions read, sign, enter, post }
              extend signal device fresh 10m { }
              signal threat { level: Level }
              by_device: permit User to read Doc when device.managed
              by_identity: permit User to sign Doc when identity.phishing_resistant
              by_place: permit User to enter Doc when location.trusted
              by_threat: permit User to post Doc when threat.level == clear
              """)
          .orThrow();

  private static final Entity ANN = Entity.of("User", "ann");
  private static final EntityRef ANNS = ANN.reference();
  private static final Entity DOC = Entity.of("Doc", "d1");

  private final Clock clock = new Clock();
  private final Engine engine = Engine.builder(POLICIES).clock(clock).build();

  @Test
  void aRequestThatNamesADeviceGetsItsLatestObservation() {
    engine.signals().publish(device("laptop-7", true));

    assertThat(read("laptop-7")).isEqualTo(Outcome.PERMIT);
    assertThat(read("laptop-8")).isEqualTo(Outcome.DENY);

    engine.signals().publish(device("laptop-7", false));

    assertThat(read("laptop-7")).isEqualTo(Outcome.DENY);
  }

  @Test
  void anOlderObservationNeverReplacesANewerOne() {
    Signal old = device("laptop-7", true).asOf(Clock.START.minusSeconds(60));

    assertThat(engine.signals().publish(device("laptop-7", false))).isTrue();
    assertThat(engine.signals().publish(old)).isFalse();

    assertThat(read("laptop-7")).isEqualTo(Outcome.DENY);
  }

  @Test
  void ofTwoObservationsOfOneInstantTheLaterArrivalStays() {
    engine.signals().publish(device("laptop-7", true));
    engine.signals().publish(device("laptop-7", false));

    assertThat(read("laptop-7")).isEqualTo(Outcome.DENY);
  }

  @Test
  void anObservationWithoutATimeIsOlderThanAnyThatHasOne() {
    Signal timeless = Signal.of("threat").with("level", "clear");
    Signal timed = Signal.of("threat").with("level", "high").asOf(Instant.EPOCH);

    assertThat(engine.signals().publish("global", timeless)).isTrue();
    assertThat(engine.signals().publish("global", timed)).isTrue();
    assertThat(engine.signals().publish("global", timeless)).isFalse();

    assertThat(outcome(request("post").withKey("threat", "global"))).isEqualTo(Outcome.DENY);
  }

  @Test
  void anObservationFromTheFutureDoesNotHoldBackTheOnesThatFollow() {
    engine.signals().publish(device("laptop-7", true).asOf(Instant.parse("2099-01-01T00:00:00Z")));
    assertThat(read("laptop-7")).isEqualTo(Outcome.DENY);

    clock.advance(Duration.ofSeconds(1));
    assertThat(engine.signals().publish(device("laptop-7", true).asOf(clock.instant()))).isTrue();

    assertThat(read("laptop-7")).isEqualTo(Outcome.PERMIT);
  }

  @Test
  void aClockThatIsPutBackDoesNotHoldBackTheObservationsThatFollow() {
    Request post = request("post").withKey("threat", "global");
    clock.advance(Duration.ofHours(1));
    engine.signals().publish("global", threat("clear"));
    Session session = engine.sessions().open(request("post").withKey("threat", "global"));
    Session carried =
        engine.sessions().open(request("post").withKey("threat", "site").with(threat("clear")));
    clock.advance(Duration.ofMinutes(-59));

    assertThat(engine.signals().publish("global", threat("high"))).isTrue();
    assertThat(engine.signals().publish("site", threat("high"))).isTrue();

    assertThat(outcome(post)).isEqualTo(Outcome.DENY);
    assertThat(session.decision().outcome()).isEqualTo(Outcome.DENY);
    assertThat(carried.decision().outcome()).isEqualTo(Outcome.DENY);
    assertThat(engine.signals().publish("global", threat("clear").asOf(Clock.START))).isFalse();
  }

  @Test
  void freshnessIsJudgedAtTheDecision() {
    engine.signals().publish(device("laptop-7", true));
    assertThat(check("laptop-7").validUntil()).isEqualTo(Clock.START.plusMillis(600_001));

    clock.advance(Duration.ofMinutes(10));
    assertThat(read("laptop-7")).isEqualTo(Outcome.PERMIT);
    clock.advance(Duration.ofMillis(1));

    assertThat(check("laptop-7").unknowns())
        .extracting(Unknown::cause)
        .containsExactly(UnknownCause.STALE);
  }

  @Test
  void aDecisionStandsNoLongerThanWhatItReadIsKept() {
    engine.signals().publish("global", Signal.of("threat").with("level", "clear"));
    Request post = request("post").withKey("threat", "global");

    Decision decision = engine.check(post);
    assertThat(decision.outcome()).isEqualTo(Outcome.PERMIT);
    assertThat(decision.validUntil()).isEqualTo(Clock.START.plus(SignalLimits.DEFAULT.keep()));

    clock.set(decision.validUntil().minusMillis(1));
    assertThat(outcome(post)).isEqualTo(Outcome.PERMIT);
    clock.set(decision.validUntil());
    assertThat(outcome(post)).isEqualTo(Outcome.DENY);
    assertThat(engine.signals().latest("threat", "global")).isEmpty();
  }

  @Test
  void theSignInAndThePlaceOfASubjectNeedNoKey() {
    engine.signals().publish(ANNS, Signal.of("identity").with("phishing_resistant", true));
    engine.signals().publish(ANNS, Signal.of("location").with("trusted", true));

    assertThat(outcome(request("sign"))).isEqualTo(Outcome.PERMIT);
    assertThat(outcome(request("enter"))).isEqualTo(Outcome.PERMIT);
    assertThat(outcome(Request.of(Entity.of("User", "bob"), "sign", DOC))).isEqualTo(Outcome.DENY);
  }

  @Test
  void aSubjectIsNotFoundUnderATextThatLooksLikeIt() {
    engine
        .signals()
        .publish("User \"ann\"", Signal.of("identity").with("phishing_resistant", true));
    engine.signals().publish("ann", Signal.of("identity").with("phishing_resistant", true));

    assertThat(outcome(request("sign"))).isEqualTo(Outcome.DENY);
  }

  @Test
  void whatARequestCarriesIsNotReplaced() {
    engine.signals().publish(ANNS, Signal.of("identity").with("phishing_resistant", true));
    Signal carried = Signal.of("identity").with("phishing_resistant", false);

    assertThat(outcome(request("sign").with(carried))).isEqualTo(Outcome.DENY);
  }

  @Test
  void aRequestThatCarriesASignalAndNamesItsKeyMustNotContradictItself() {
    engine.signals().publish(device("laptop-7", false));
    Request both = request("read").with(device("laptop-7", true)).withKey("device", "laptop-7");

    assertThat(engine.check(both).unknowns())
        .extracting(Unknown::cause)
        .containsExactly(UnknownCause.MISTYPED);
  }

  @Test
  void whatIsWithdrawnIsNotKnown() {
    engine.signals().publish(device("laptop-7", true));
    engine.signals().withdraw("device", "laptop-7");

    assertThat(read("laptop-7")).isEqualTo(Outcome.DENY);
  }

  @Test
  void aSignalWithoutAKeyOfItsOwnNeedsOne() {
    assertThatThrownBy(() -> engine.signals().publish(Signal.of("identity")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an observation of `identity` does not say whose it is: give a key");
    assertThatThrownBy(() -> engine.signals().publish(Signal.of("device").with("managed", true)))
        .hasMessage("the observation of `device` does not give `id`");
  }

  @Test
  void aSignalThatNoPolicyDeclaresIsCountedAndNotKept() {
    assertThat(engine.signals().publish("x", Signal.of("devise"))).isFalse();

    assertThat(engine.unusedAttributes())
        .anySatisfy(unused -> assertThat(unused.name()).isEqualTo("devise"));
  }

  @Test
  void moreThanTheBoundIsNotKeptAndTheOldestGoesFirst() {
    try (Engine small =
        Engine.builder(POLICIES)
            .clock(clock)
            .signals(new SignalLimits(100, Duration.ofDays(1)))
            .build()) {
      for (int i = 0; i < 1_000; i++) {
        clock.advance(Duration.ofMillis(1));
        small.signals().publish(device("d" + i, true));
      }

      long kept =
          IntStream.range(0, 1_000)
              .filter(i -> small.signals().latest("device", "d" + i).isPresent())
              .count();
      assertThat(kept).isEqualTo(100);
      assertThat(small.signals().latest("device", "d999")).isPresent();
      assertThat(small.signals().latest("device", "d0")).isEmpty();
    }
  }

  @Test
  void whatIsOlderThanWhatHadToGoIsNotTakenForTheLatest() {
    try (Engine small =
        Engine.builder(POLICIES)
            .clock(clock)
            .signals(new SignalLimits(100, Duration.ofDays(1)))
            .build()) {
      Signal before = device("laptop-7", true).asOf(clock.instant().minusSeconds(60));
      small.signals().publish(device("laptop-7", false).asOf(clock.instant()));
      for (int i = 0; i < 1_000; i++) {
        clock.advance(Duration.ofMillis(1));
        small.signals().publish(device("d" + i, true).asOf(clock.instant()));
      }
      assertThat(small.signals().latest("device", "laptop-7")).isEmpty();

      assertThat(small.signals().publish(before)).isFalse();
      assertThat(small.signals().publish("global", threat("clear").asOf(Instant.EPOCH)))
          .as("of another signal nothing had to go")
          .isTrue();
      clock.advance(Duration.ofDays(1));
      assertThat(small.signals().publish(before))
          .as("what had to go would have ended by now")
          .isTrue();
    }
  }

  private Signal threat(String level) {
    return Signal.of("threat").with("level", level).asOf(clock.instant());
  }

  private static Signal device(String id, boolean managed) {
    return Signal.of("device").with("id", id).with("managed", managed).asOf(Clock.START);
  }

  private static Request request(String action) {
    return Request.of(ANN, action, DOC);
  }

  private Decision check(String device) {
    return engine.check(request("read").withKey("device", device));
  }

  private Outcome read(String device) {
    return check(device).outcome();
  }

  private Outcome outcome(Request request) {
    return engine.check(request).outcome();
  }
}
