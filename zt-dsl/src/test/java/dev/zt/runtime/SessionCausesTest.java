package dev.zt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zt.AuditRecord;
import dev.zt.AuditSink;
import dev.zt.Decision;
import dev.zt.Entity;
import dev.zt.Event;
import dev.zt.Grant;
import dev.zt.Outcome;
import dev.zt.Request;
import dev.zt.Session;
import dev.zt.SessionChange.Cause;
import dev.zt.Signal;
import dev.zt.SourceLimits;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Auditing;
import dev.zt.engine.Engine;
import dev.zt.engine.Overload;
import dev.zt.engine.Retention;
import dev.zt.policy.PolicySet;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a session rests on beside the signals that are published. */
@Timeout(60)
class SessionCausesTest {
  private static final PolicySet POLICIES =
      PolicyCompiler.compile(
              "causes.zt",
              """
              module m
              entity User { }
              entity Doc { actions read, fetch, walk, post, run }
              event login_failed
              extend signal device fresh 10m { }
              behavior failures = count of event login_failed by subject over 15m
              behavior fetches = count of fetch Doc by subject over 1h
              readers: permit User to read Doc
              guessed: forbid User to read Doc when failures >= 3
              fetchers: permit User to fetch Doc when fetches < 2
              walkers: permit User to walk Doc when location.speed <= 900km/h
              elevation posting permits User to post Doc for at most 1h
              runners: permit User to run Doc when device.managed
              """)
          .orThrow();

  private static final Entity ANN = Entity.of("User", "ann");
  private static final Entity DOC = Entity.of("Doc", "d1");

  private final Clock clock = new Clock();
  private final Engine engine =
      Engine.builder(POLICIES).clock(clock).retention(Retention.STANDARD.startEmpty()).build();
  private final Heard heard = new Heard();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aBehaviorThatCrossesIsHeardAndSoIsItsEnd() {
    Session session = open("read");
    assertThat(session.decision().outcome()).isEqualTo(Outcome.PERMIT);
    for (int i = 0; i < 3; i++) {
      engine.observe(Event.of("login_failed", ANN));
    }

    assertThat(session.decision().outcome()).isEqualTo(Outcome.DENY);
    assertThat(heard.next())
        .satisfies(change -> assertThat(change.cause()).isEqualTo(Cause.BEHAVIOR))
        .satisfies(change -> assertThat(change.detail()).isEqualTo("m.failures"));

    clock.advance(Duration.ofMinutes(16));
    assertThat(heard.next())
        .satisfies(change -> assertThat(change.cause()).isEqualTo(Cause.TIME))
        .satisfies(change -> assertThat(change.after().outcome()).isEqualTo(Outcome.PERMIT));
  }

  @Test
  void aBehaviorThatCrossesAtOnceIsHeardAsWhatItIs() {
    open("read");
    for (int i = 0; i < 3; i++) {
      engine.observe(Event.of("login_failed", ANN));
    }

    assertThat(heard.next())
        .satisfies(change -> assertThat(change.cause()).isEqualTo(Cause.BEHAVIOR))
        .satisfies(change -> assertThat(change.detail()).isEqualTo("m.failures"));
  }

  @Test
  void aLimitThatTheOpeningUsesUpIsHeardAsBehavior() {
    open("fetch");
    open("fetch");

    for (int i = 0; i < 2; i++) {
      assertThat(heard.next())
          .satisfies(change -> assertThat(change.cause()).isEqualTo(Cause.BEHAVIOR))
          .satisfies(change -> assertThat(change.detail()).isEqualTo("m.fetches"))
          .satisfies(change -> assertThat(change.after().outcome()).isEqualTo(Outcome.DENY));
    }
  }

  @Test
  void openingCountsOnceAndDecidingAnewDoesNot() {
    Session first = open("fetch");
    for (int i = 0; i < 20; i++) {
      clock.advance(Duration.ofSeconds(1));
      assertThat(first.decision().outcome()).isEqualTo(Outcome.PERMIT);
    }

    Session second = open("fetch");
    assertThat(second.decision().outcome())
        .as("a third would not be let in, and so a session does not go on")
        .isEqualTo(Outcome.DENY);
    assertThat(first.decision().outcome()).isEqualTo(Outcome.DENY);
  }

  @Test
  void aGrantThatBeginsAndEndsIsHeard() {
    Session session = open("post");
    assertThat(session.decision().outcome()).isEqualTo(Outcome.CHALLENGE);

    Grant grant =
        engine
            .elevations()
            .request(ANN, "posting", DOC.reference(), Duration.ofMinutes(30), "a release");
    assertThat(heard.next())
        .satisfies(change -> assertThat(change.cause()).isEqualTo(Cause.GRANT))
        .satisfies(change -> assertThat(change.after().outcome()).isEqualTo(Outcome.PERMIT));

    clock.advance(Duration.ofMinutes(30));
    assertThat(heard.nextOutcome()).isEqualTo(Outcome.CHALLENGE);
    assertThat(grant.subject()).isEqualTo(ANN.reference());
  }

  @Test
  void aPlaceThatIsPublishedMovesTheSession() {
    Signal home = at(40.7, -74.0);
    Session session = engine.sessions().open(Request.of(ANN, "walk", DOC).with(home), heard);
    assertThat(session.decision().outcome()).isEqualTo(Outcome.PERMIT);
    assertThat(session.decision().validUntil()).isEqualTo(java.time.Instant.MAX);

    clock.advance(Duration.ofHours(1));
    engine.signals().publish(ANN.reference(), at(52.5, 13.4));

    assertThat(heard.nextOutcome()).isEqualTo(Outcome.DENY);
    Decision elsewhere = session.decision();
    assertThat(elsewhere.validUntil())
        .as("the place was dated")
        .isAfter(clock.instant().plusSeconds(60));
  }

  @Test
  void aSourceThatFailsAndRecoversIsFollowed() {
    AtomicBoolean down = new AtomicBoolean();
    try (Engine pulling =
        Engine.builder(POLICIES)
            .clock(clock)
            .source(
                "device",
                id -> {
                  if (down.get()) {
                    throw new IllegalStateException("down");
                  }
                  return Signal.of("device").with("managed", true).asOf(clock.instant());
                },
                SourceLimits.DEFAULT.waiting(Duration.ofSeconds(20)))
            .build()) {
      Session session =
          pulling.sessions().open(Request.of(ANN, "run", DOC).withKey("device", "laptop-7"), heard);
      assertThat(session.decision().outcome()).isEqualTo(Outcome.PERMIT);

      down.set(true);
      clock.advance(Duration.ofMinutes(6));
      assertThat(heard.nextOutcome()).isEqualTo(Outcome.DENY);

      down.set(false);
      clock.advance(Duration.ofSeconds(2));
      assertThat(heard.nextOutcome()).isEqualTo(Outcome.PERMIT);
    }
  }

  @Test
  void accessThatCannotBeRecordedEndsTheSession() {
    AtomicBoolean full = new AtomicBoolean();
    AuditSink sink =
        new AuditSink() {
          @Override
          public boolean append(AuditRecord record, Duration patience) {
            return !full.get();
          }

          @Override
          public void close() {}
        };
    try (Engine audited = audited(sink)) {
      Session session =
          audited.sessions().open(Request.of(ANN, "run", DOC).withKey("device", "laptop-7"), heard);
      assertThat(session.decision().outcome()).isEqualTo(Outcome.DENY);
      full.set(true);

      audited
          .signals()
          .publish("laptop-7", Signal.of("device").with("managed", true).asOf(clock.instant()));

      assertThat(session.decision().outcome()).isEqualTo(Outcome.DENY);
      assertThat(session.live()).isFalse();
      assertThat(audited.sessions().open(Request.of(ANN, "read", DOC)).live()).isFalse();
    }
  }

  private Engine audited(AuditSink sink) {
    return Engine.builder(POLICIES)
        .clock(clock)
        .retention(Retention.STANDARD.startEmpty())
        .audit(Auditing.to(sink, Overload.deny()))
        .build();
  }

  @Test
  void noAccessIsGivenOutWhileItsRecordIsNotKept() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    AuditSink slow =
        new AuditSink() {
          @Override
          public boolean append(AuditRecord record, Duration patience) {
            if (record.kind() != AuditRecord.Kind.SESSION || asked.getCount() == 0) {
              return true;
            }
            asked.countDown();
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            return false;
          }

          @Override
          public void close() {}
        };
    try (Engine audited = audited(slow)) {
      Session session =
          audited.sessions().open(Request.of(ANN, "run", DOC).withKey("device", "laptop-7"), heard);
      audited
          .signals()
          .publish("laptop-7", Signal.of("device").with("managed", true).asOf(clock.instant()));
      assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

      assertThat(session.decision().outcome()).isEqualTo(Outcome.DENY);
      assertThat(heard.nextOutcome()).isEqualTo(Outcome.DENY);
    }
  }

  @Test
  void aClosedEngineGivesOutNoDecisionThatNobodyKeepsTrue() {
    Session session = open("read");
    assertThat(session.decision().outcome()).isEqualTo(Outcome.PERMIT);

    engine.close();

    assertThatThrownBy(session::decision).isInstanceOf(IllegalStateException.class);
  }

  private Session open(String action) {
    return engine.sessions().open(Request.of(ANN, action, DOC), heard);
  }

  private Signal at(double lat, double lon) {
    return Signal.of("location")
        .with("point", Map.of("lat", lat, "lon", lon))
        .with("accuracy", "5km")
        .asOf(clock.instant());
  }
}
