package dev.zt.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Decision;
import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.Event;
import dev.zt.Request;
import dev.zt.Session;
import dev.zt.Signal;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.engine.Retention;
import dev.zt.policy.PolicySet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens, the decision of a session is what a check would decide at that instant. */
class SessionProperties {
  private static final String TEXT =
      """
      module m
      entity User { }
      entity Doc { actions read, edit }
      event login_failed
      extend signal device fresh 10m { }
      behavior failures = count of event login_failed by subject over 15m
      readers: permit User to read, edit Doc when device.managed
      infected: forbid User to read, edit Doc when device.edr == infected
      at_work: forbid User to read Doc unless now in "daily 08:00-10:00 UTC"
      fresh_mfa: require identity.mfa_age <= 15m to edit Doc else challenge mfa
      company: restrict User to read Doc when session.concurrent > 0 with read_only
      long: restrict User to edit Doc when session.age > 1h with no_download
      guessed: forbid User to read Doc when failures >= 3
      """;

  private static final PolicySet POLICIES = compile(TEXT);
  private static final PolicySet STRICTER =
      compile(TEXT + "closed: forbid User to edit Doc when device.edr == degraded\n");

  /** What can happen, a step at a time. */
  record Step(Kind kind, int who, int what) {
    enum Kind {
      WAIT,
      DEVICE,
      IDENTITY,
      OPEN,
      CLOSE,
      FAIL_LOGIN,
      REVOKE,
      RELOAD,
      WITHDRAW
    }
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<Step.Kind> kinds =
        Arbitraries.frequency(
            net.jqwik.api.Tuple.of(5, Step.Kind.WAIT),
            net.jqwik.api.Tuple.of(4, Step.Kind.DEVICE),
            net.jqwik.api.Tuple.of(3, Step.Kind.IDENTITY),
            net.jqwik.api.Tuple.of(4, Step.Kind.OPEN),
            net.jqwik.api.Tuple.of(1, Step.Kind.CLOSE),
            net.jqwik.api.Tuple.of(3, Step.Kind.FAIL_LOGIN),
            net.jqwik.api.Tuple.of(1, Step.Kind.REVOKE),
            net.jqwik.api.Tuple.of(1, Step.Kind.RELOAD),
            net.jqwik.api.Tuple.of(1, Step.Kind.WITHDRAW));
    return Combinators.combine(
            kinds, Arbitraries.integers().between(0, 1), Arbitraries.integers().between(0, 7))
        .as(Step::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(40);
  }

  @Property(tries = 300)
  void theDecisionOfASessionIsThatOfAFreshCheck(@ForAll("histories") List<Step> history) {
    assertThat(contradiction(history, Session::decision)).isEmpty();
  }

  @Example
  void aSessionThatKeepsItsFirstDecisionIsCaught() {
    assertThat(caught(new FirstDecision())).isTrue();
  }

  @Example
  void aSessionThatOnlyMindsTheClockIsCaught() {
    assertThat(caught(new UntilItEnds())).isTrue();
  }

  private boolean caught(Function<Session, Decision> faulty) {
    return histories().generator(1_000, true).stream(new java.util.Random(7))
        .limit(300)
        .anyMatch(each -> contradiction(each.value(), faulty).isPresent());
  }

  /** Never decides again. */
  private static final class FirstDecision implements Function<Session, Decision> {
    private final java.util.Map<Session, Decision> first = new java.util.WeakHashMap<>();

    @Override
    public Decision apply(Session session) {
      return first.computeIfAbsent(session, Session::decision);
    }
  }

  /** Decides again when the decision ends, and hears of nothing. */
  private final class UntilItEnds implements Function<Session, Decision> {
    private final java.util.Map<Session, Decision> last = new java.util.WeakHashMap<>();

    @Override
    public Decision apply(Session session) {
      return last.compute(
          session,
          (same, known) ->
              known != null && now.instant().isBefore(known.validUntil())
                  ? known
                  : session.decision());
    }
  }

  private Clock now = new Clock();

  private Optional<String> contradiction(
      List<Step> history, Function<Session, Decision> decisions) {
    now = new Clock();
    List<Session> sessions = new ArrayList<>();
    try (Engine engine =
        Engine.builder(POLICIES).clock(now).retention(Retention.STANDARD.startEmpty()).build()) {
      for (Step step : history) {
        take(step, engine, sessions);
        for (Session session : sessions) {
          Decision kept = decisions.apply(session);
          Decision fresh = engine.preview(session.request().withKey("session", session.id()));
          if (kept.outcome() != fresh.outcome()) {
            return Optional.of(
                "after " + step + " " + kept.outcome() + ", but a check says " + fresh.outcome());
          }
        }
      }
      return Optional.empty();
    }
  }

  private void take(Step step, Engine engine, List<Session> sessions) {
    Entity user = Entity.of("User", step.who() == 0 ? "ann" : "bob");
    EntityRef who = user.reference();
    String device = "device-" + step.who();
    switch (step.kind()) {
      case WAIT -> now.advance(WAITS.get(step.what()));
      case DEVICE ->
          engine
              .signals()
              .publish(
                  device,
                  Signal.of("device")
                      .with("managed", step.what() != 0)
                      .with("edr", List.of("healthy", "degraded", "infected").get(step.what() % 3))
                      .asOf(now.instant().minusSeconds(60L * (step.what() / 3))));
      case IDENTITY ->
          engine
              .signals()
              .publish(
                  who,
                  Signal.of("identity")
                      .with("mfa_at", now.instant().minusSeconds(120L * step.what()))
                      .asOf(now.instant()));
      case OPEN ->
          sessions.add(
              engine
                  .sessions()
                  .open(
                      Request.of(
                              user, step.what() % 2 == 0 ? "read" : "edit", Entity.of("Doc", "d"))
                          .withKey("device", device)));
      case CLOSE -> sessions.stream().skip(step.what()).findFirst().ifPresent(Session::close);
      case FAIL_LOGIN -> engine.observe(Event.of("login_failed", user));
      case REVOKE -> engine.sessions().revoke(who, "stolen");
      case RELOAD -> engine.reload(step.what() % 2 == 0 ? POLICIES : STRICTER);
      case WITHDRAW -> engine.signals().withdraw("device", device);
      default -> throw new IllegalStateException();
    }
  }

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMillis(1),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofMinutes(9),
          Duration.ofMinutes(10).plusMillis(1),
          Duration.ofMinutes(15),
          Duration.ofMinutes(61),
          Duration.ofHours(8));

  private static PolicySet compile(String text) {
    return PolicyCompiler.compile("sessions.zt", text).orThrow();
  }
}
