package dev.zt.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Decision;
import dev.zt.DenyCause;
import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.InMemoryMetrics;
import dev.zt.Outcome;
import dev.zt.Request;
import dev.zt.Session;
import dev.zt.SessionChange;
import dev.zt.SessionChange.Cause;
import dev.zt.SessionLimits;
import dev.zt.SessionListener;
import dev.zt.Signal;
import dev.zt.SignalLimits;
import dev.zt.Unknown;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.policy.PolicySet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SessionsTest {
  private static final String TEXT =
      """
      module m
      entity User { ends: time? }
      entity Doc { open: bool  actions read, edit, own }
      extend signal device fresh 10m { }
      readers: permit User to read, edit Doc
      owners: permit User to own Doc when resource.open
      healthy:
      forbid User to read Doc unless device.edr == healthy or device.edr == degraded
      degraded:
      restrict User to read Doc when device.edr == degraded with read_only
      signed_in:
      require identity.mfa_age <= 15m to read Doc else challenge mfa(max_age: 15m)
      alone:
      restrict User to edit Doc when session.concurrent > 0 with no_download
      short:
      forbid User to edit Doc when session.age > 8h
      """;

  private static final PolicySet POLICIES = compile(TEXT);
  private static final Entity ANN = Entity.of("User", "ann");
  private static final EntityRef ANNS = ANN.reference();
  private static final Entity DOC = Entity.of("Doc", "d1");
  private static final Request READ = Request.of(ANN, "read", DOC).withKey("device", "laptop-7");
  private static final Request EDIT = Request.of(ANN, "edit", DOC);

  private final Clock clock = new Clock();
  private final Engine engine = Engine.builder(POLICIES).clock(clock).build();
  private final Heard heard = new Heard();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aSessionFollowsItsSignalsDownAndUpAgain() {
    proveMfa();
    report("healthy");
    Session session = engine.sessions().open(READ, heard);
    assertThat(session.decision().outcome()).isEqualTo(Outcome.PERMIT);

    report("degraded");
    assertThat(session.decision().outcome()).isEqualTo(Outcome.RESTRICT);
    assertThat(heard.next())
        .satisfies(
            change -> {
              assertThat(change.cause()).isEqualTo(Cause.SIGNAL);
              assertThat(change.detail()).isEqualTo("device laptop-7");
              assertThat(change.before().outcome()).isEqualTo(Outcome.PERMIT);
              assertThat(change.after().outcome()).isEqualTo(Outcome.RESTRICT);
              assertThat(change.session()).isSameAs(session);
            });

    clock.advance(Duration.ofMinutes(16));
    report("healthy");
    assertThat(session.decision().outcome()).isEqualTo(Outcome.CHALLENGE);
    assertThat(heard.nextOutcome()).isEqualTo(Outcome.CHALLENGE);

    report("infected");
    assertThat(heard.nextOutcome()).isEqualTo(Outcome.DENY);

    report("healthy");
    assertThat(heard.nextOutcome()).isEqualTo(Outcome.CHALLENGE);
    proveMfa();
    assertThat(heard.next())
        .satisfies(change -> assertThat(change.detail()).isEqualTo("identity"))
        .satisfies(change -> assertThat(change.after().outcome()).isEqualTo(Outcome.PERMIT));
  }

  @Test
  void theListenerHearsByItselfThatTimeHasPassed() {
    proveMfa();
    report("healthy");
    engine.sessions().open(READ, heard);

    clock.advance(Duration.ofMinutes(10).plusMillis(1));

    SessionChange change = heard.next();
    assertThat(change.cause()).isEqualTo(Cause.TIME);
    assertThat(change.after().outcome()).isEqualTo(Outcome.DENY);
  }

  @Test
  void aSignalThatTheRequestCarriedGivesWayToANewerOne() {
    Signal device = device("healthy");
    Signal identity = Signal.of("identity").with("mfa_at", clock.instant()).asOf(clock.instant());
    Session session =
        engine.sessions().open(Request.of(ANN, "read", DOC).with(device).with(identity), heard);
    assertThat(session.decision().outcome()).isEqualTo(Outcome.PERMIT);

    engine.signals().publish(device("infected").asOf(clock.instant().minusSeconds(1)));
    assertThat(session.decision().outcome()).as("that one is older").isEqualTo(Outcome.PERMIT);

    clock.advance(Duration.ofSeconds(1));
    report("infected");
    assertThat(heard.nextOutcome()).isEqualTo(Outcome.DENY);
  }

  @Test
  void whatASessionWasOpenedWithDoesNotComeBackWhenTheNewerIsLost() {
    List<Consumer<Engine>> losses =
        List.of(
            small -> small.signals().withdraw("device", "laptop-7"),
            small -> clock.advance(Duration.ofDays(1)),
            this::flood);
    for (Consumer<Engine> loss : losses) {
      try (Engine small =
          Engine.builder(compile(TEXT.replace("fresh 10m ", "")))
              .clock(clock)
              .signals(new SignalLimits(100, Duration.ofDays(1)))
              .build()) {
        small.signals().publish(ANNS, identity());
        Session session =
            small.sessions().open(Request.of(ANN, "edit", DOC).with(device("healthy")));
        Request read = Request.of(ANN, "read", DOC).withKey("session", session.id());
        assertThat(small.preview(read).outcome()).isEqualTo(Outcome.PERMIT);
        clock.advance(Duration.ofSeconds(1));
        small.signals().publish(device("infected"));
        assertThat(small.preview(read).outcome()).isEqualTo(Outcome.DENY);

        loss.accept(small);
        small.signals().publish(ANNS, identity());

        assertThat(small.preview(read).unknowns())
            .extracting(Unknown::toString)
            .containsExactly("device.edr MISSING");
      }
    }
  }

  @Test
  void aSessionHearsThatAnObservationHadToGo() {
    try (Engine small =
        Engine.builder(POLICIES)
            .clock(clock)
            .signals(new SignalLimits(100, Duration.ofDays(1)))
            .build()) {
      small.signals().publish(device("degraded"));
      Session session =
          small.sessions().open(READ.with(identity()).withKey("device", "laptop-7"), heard);
      assertThat(session.decision().outcome()).isEqualTo(Outcome.RESTRICT);

      flood(small);

      assertThat(session.decision().outcome()).isEqualTo(Outcome.DENY);
      assertThat(heard.nextOutcome()).isEqualTo(Outcome.DENY);
    }
  }

  private void flood(Engine small) {
    for (int i = 0; i < 1_000; i++) {
      clock.advance(Duration.ofMillis(1));
      small.signals().publish(Signal.of("device").with("id", "d" + i));
    }
  }

  @Test
  void whatIsPublishedForASessionIsThatSessionsAlone() {
    report("healthy");
    Session one = engine.sessions().open(READ, heard);
    Session other = engine.sessions().open(READ);
    assertThat(one.decision().outcome()).isEqualTo(Outcome.CHALLENGE);

    engine.signals().publish(one.id(), identity());

    assertThat(heard.nextOutcome()).isEqualTo(Outcome.PERMIT);
    assertThat(one.decision().outcome()).isEqualTo(Outcome.PERMIT);
    assertThat(other.decision().outcome()).isEqualTo(Outcome.CHALLENGE);
  }

  @Test
  void anotherSessionOfTheSubjectIsNoticedAndSoIsItsEnd() {
    Session first = engine.sessions().open(EDIT, heard);
    assertThat(first.decision().outcome()).isEqualTo(Outcome.PERMIT);

    Session second = engine.sessions().open(EDIT);
    assertThat(heard.next().cause()).isEqualTo(Cause.SESSIONS);
    assertThat(first.decision().outcome()).isEqualTo(Outcome.RESTRICT);
    assertThat(second.decision().outcome()).isEqualTo(Outcome.RESTRICT);

    second.close();
    assertThat(heard.nextOutcome()).isEqualTo(Outcome.PERMIT);
    assertThat(second.decision().outcome()).isEqualTo(Outcome.DENY);
    assertThat(engine.sessions().live()).isEqualTo(1);
  }

  @Test
  void theAgeOfASessionIsKeptByTheEngine() {
    Session session = engine.sessions().open(EDIT, heard);
    assertThat(session.decision().validUntil())
        .isEqualTo(Clock.START.plus(Duration.ofHours(8)).plusMillis(1));

    clock.advance(Duration.ofHours(8));
    assertThat(session.decision().outcome()).isEqualTo(Outcome.PERMIT);
    clock.advance(Duration.ofMillis(1));
    assertThat(session.decision().outcome()).isEqualTo(Outcome.DENY);
  }

  @Test
  void aRequestCannotSayWhatTheEngineKeepsOfASession() {
    Signal lie =
        Signal.of("session")
            .with("id", "x")
            .with("started_at", Clock.START.plus(Duration.ofDays(1)))
            .with("concurrent", 0);
    Session session = engine.sessions().open(EDIT.with(lie));
    engine.sessions().open(EDIT);
    assertThat(session.decision().outcome()).isEqualTo(Outcome.RESTRICT);

    assertThat(engine.check(EDIT.with(lie)).outcome())
        .as("outside of a session nothing is known of one")
        .isEqualTo(Outcome.DENY);
    assertThat(engine.check(EDIT.with(lie).withKey("session", session.id())).outcome())
        .isEqualTo(Outcome.RESTRICT);
    engine.signals().publish(session.id(), lie);
    assertThat(session.decision().outcome()).isEqualTo(Outcome.RESTRICT);
  }

  @Test
  void aCheckInASessionSeesWhatTheSessionSees() {
    Session session = engine.sessions().open(EDIT.with(identity()).withKey("device", "laptop-7"));
    Request read = READ.withKey("session", session.id());
    report("healthy");

    assertThat(engine.check(read).outcome()).isEqualTo(Outcome.PERMIT);
    assertThat(engine.check(READ).outcome()).isEqualTo(Outcome.CHALLENGE);
  }

  @Test
  void aCheckInASessionThatIsNotLiveOrAnothersIsDenied() {
    Session session = engine.sessions().open(EDIT);
    Request inIt = EDIT.withKey("session", session.id());
    Entity bob = Entity.of("User", "bob");
    assertThat(engine.check(inIt).outcome()).isEqualTo(Outcome.PERMIT);

    assertEnded(
        engine.check(Request.of(bob, "edit", DOC).withKey("session", session.id())),
        "the session is another subject's");
    assertEnded(engine.check(EDIT.withKey("session", "made-up")), "the session is not live");
    session.close();
    assertEnded(engine.check(inIt), "the session is not live");
    assertEnded(engine.preview(inIt), "the session is not live");
    assertThat(engine.explain(inIt).decision().outcome()).isEqualTo(Outcome.DENY);
  }

  @Test
  void aRevokedSessionIsDeniedForGood() {
    report("healthy");
    proveMfa();
    Session session = engine.sessions().open(READ, heard);

    assertThat(engine.sessions().revoke(session.id(), "reported stolen")).isTrue();

    assertEnded(session.decision(), "reported stolen");
    assertThat(session.live()).isFalse();
    assertThat(heard.next())
        .satisfies(change -> assertThat(change.cause()).isEqualTo(Cause.REVOKED))
        .satisfies(change -> assertThat(change.detail()).isEqualTo("reported stolen"));
    report("degraded");
    clock.advance(Duration.ofHours(1));
    assertEnded(session.decision(), "reported stolen");
    assertThat(engine.sessions().revoke(session.id(), "again")).isFalse();
    assertThat(engine.sessions().find(session.id())).isEmpty();
    proveMfa();
    report("healthy");
    assertThat(engine.sessions().open(READ).decision().outcome()).isEqualTo(Outcome.PERMIT);
  }

  @Test
  void aSubjectOrADeviceLosesAllItsSessions() {
    Request onLaptop = EDIT.withKey("device", "laptop-7");
    Session named = engine.sessions().open(onLaptop);
    Session carried = engine.sessions().open(EDIT.with(device("healthy")));
    Session elsewhere = engine.sessions().open(EDIT.withKey("device", "phone-1"));
    Session others = engine.sessions().open(Request.of(Entity.of("User", "bob"), "edit", DOC));

    assertThat(engine.sessions().revokeDevice("laptop-7", "lost")).isEqualTo(2);
    assertThat(List.of(named.live(), carried.live(), elsewhere.live(), others.live()))
        .containsExactly(false, false, true, true);

    assertThat(engine.sessions().revoke(ANNS, "left the company")).isEqualTo(1);
    assertThat(elsewhere.live()).isFalse();
    assertThat(others.live()).isTrue();
  }

  @Test
  void otherPoliciesDecideEverySessionAnew() {
    Session session = engine.sessions().open(EDIT, heard);

    engine.reload(compile(TEXT + "closed: forbid User to edit Doc when true\n"));

    assertThat(session.decision().outcome()).isEqualTo(Outcome.DENY);
    assertThat(heard.next().cause()).isEqualTo(Cause.POLICIES);
  }

  @Test
  void anEntityThatChangedIsReconsidered() {
    AtomicReference<Boolean> open = new AtomicReference<>(true);
    try (Engine stored =
        Engine.builder(POLICIES)
            .clock(clock)
            .entities(
                reference ->
                    reference.type().equals("Doc")
                        ? Entity.of("Doc", reference.id(), Map.of("open", open.get()))
                        : null)
            .build()) {
      Session session = stored.sessions().open(Request.of(ANN, "own", DOC), heard);
      assertThat(session.decision().outcome()).isEqualTo(Outcome.PERMIT);
      open.set(false);

      stored.sessions().reconsider(DOC.reference());

      assertThat(heard.nextOutcome()).isEqualTo(Outcome.DENY);
    }
  }

  @Test
  void aListenerThatIsSlowOrThrowsHarmsNobodyElse() {
    CountDownLatch release = new CountDownLatch(1);
    InMemoryMetrics metrics = new InMemoryMetrics();
    try (Engine counted = Engine.builder(POLICIES).clock(clock).metrics(metrics).build()) {
      SessionListener slow = change -> await(release);
      SessionListener broken =
          change -> {
            throw new IllegalStateException("broken");
          };
      for (int i = 0; i < 10; i++) {
        counted.sessions().open(EDIT, slow);
        counted.sessions().open(EDIT, broken);
      }
      counted.sessions().open(EDIT, heard);

      Session later = counted.sessions().open(EDIT, heard);
      later.close();
      assertThat(heard.next().cause()).isEqualTo(Cause.CLOSED);
      release.countDown();
    }
  }

  @Test
  void whatAListenerHearsIsAChain() {
    proveMfa();
    report("healthy");
    Session session = engine.sessions().open(READ, heard);
    Decision first = session.decision();
    for (int i = 0; i < 200; i++) {
      report(i % 2 == 0 ? "degraded" : "healthy");
      if (i % 3 == 0) {
        session.decision();
      }
    }
    report("infected");
    until(
        () -> {
          List<SessionChange> all = heard.all();
          return !all.isEmpty() && all.get(all.size() - 1).after().outcome() == Outcome.DENY;
        });

    assertThat(Heard.isChain(first, heard.all())).isTrue();
  }

  @Test
  void tooManySessionsAreNotOpened() {
    try (Engine small =
        Engine.builder(POLICIES).clock(clock).sessions(new SessionLimits(2, 1, 1)).build()) {
      small.sessions().open(EDIT);
      small.sessions().open(EDIT);

      Session third = small.sessions().open(EDIT);

      assertThat(third.live()).isFalse();
      assertEnded(third.decision(), "there are too many live sessions");
      assertThat(small.sessions().live()).isEqualTo(2);
    }
  }

  private static PolicySet compile(String text) {
    return PolicyCompiler.compile("sessions.zt", text).orThrow();
  }

  private Signal identity() {
    Instant now = clock.instant();
    return Signal.of("identity").with("mfa_at", now).asOf(now);
  }

  private void proveMfa() {
    engine.signals().publish(ANNS, identity());
  }

  private Signal device(String edr) {
    return Signal.of("device").with("id", "laptop-7").with("edr", edr).asOf(clock.instant());
  }

  private void report(String edr) {
    engine.signals().publish(device(edr));
  }

  private static void assertEnded(Decision decision, String message) {
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Deny.class,
            deny -> {
              assertThat(deny.cause()).isEqualTo(DenyCause.SESSION_ENDED);
              assertThat(deny.message()).isEqualTo(message);
            });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
