package dev.zt.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Decision;
import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.Outcome;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.SignalSource;
import dev.zt.SourceLimits;
import dev.zt.Unknown;
import dev.zt.UnknownCause;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.policy.PolicySet;
import java.io.IOError;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SourcesTest {
  private static final PolicySet POLICIES =
      PolicyCompiler.compile(
              "sources.zt",
              """
              module m
              entity User { }
              entity Doc { actions read, sign }
              extend signal device fresh 10m { }
              by_device: permit User to read Doc when device.managed
              by_identity: permit User to sign Doc when identity.phishing_resistant
              """)
          .orThrow();

  private static final Entity ANN = Entity.of("User", "ann");
  private static final Request READ =
      Request.of(ANN, "read", Entity.of("Doc", "d1")).withKey("device", "laptop-7");
  private static final SourceLimits PATIENT = SourceLimits.DEFAULT.waiting(Duration.ofSeconds(20));

  private final Clock clock = new Clock();
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void aSourceAnswersForWhatNobodyPublished() {
    try (Engine engine = engine(id -> counted(managed(true)), PATIENT)) {
      assertThat(engine.check(READ).outcome()).isEqualTo(Outcome.PERMIT);
      assertThat(engine.check(READ).outcome()).isEqualTo(Outcome.PERMIT);
      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void aSourceIsNotAskedForWhatIsPublishedAndFresh() {
    try (Engine engine = engine(id -> counted(managed(true)), PATIENT)) {
      engine.signals().publish("laptop-7", managed(false));

      assertThat(engine.check(READ).outcome()).isEqualTo(Outcome.DENY);
      assertThat(asked).hasValue(0);

      clock.advance(Duration.ofMinutes(11));
      assertThat(engine.check(READ).outcome()).isEqualTo(Outcome.PERMIT);
      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void aSourceThatThrowsMakesTheSignalFail() {
    SignalSource<String> broken =
        id -> {
          asked.incrementAndGet();
          throw new IOException("down");
        };
    try (Engine engine = engine(broken, PATIENT)) {
      assertFailed(engine.check(READ), "the source threw IOException");
      assertFailed(engine.check(READ), "the source threw IOException");
      assertThat(asked).as("no second question before the pause is over").hasValue(1);

      clock.advance(PATIENT.retry());
      engine.check(READ);
      assertThat(asked).hasValue(2);
    }
  }

  @Test
  void aSourceThatOverflowsTheStackMakesTheSignalFail() {
    try (Engine engine = engine(SourcesTest::endless, PATIENT)) {
      assertFailed(engine.check(READ), "the source threw StackOverflowError");
    }
  }

  @Test
  void aSourceThatBreaksDownIsAskedAgain() {
    SignalSource<String> broken =
        id -> {
          if (asked.getAndIncrement() == 0) {
            throw new IOError(new IOException("a fault that nobody expects"));
          }
          return managed(true);
        };
    try (Engine engine = engine(broken, PATIENT)) {
      assertFailed(engine.check(READ), "the source broke down");

      clock.advance(PATIENT.retry());
      assertThat(engine.check(READ).outcome()).isEqualTo(Outcome.PERMIT);
    }
  }

  @Test
  void aSourceThatAnswersWithAnotherSignalMakesTheSignalFail() {
    try (Engine engine = engine(id -> Signal.of("identity"), PATIENT)) {
      assertFailed(engine.check(READ), "the source answers with `identity`");
    }
  }

  @Test
  void aSourceThatIsLateMakesTheSignalFailAndNobodyWaitsPastTheLimit() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    SignalSource<String> slow =
        id -> {
          release.await();
          return managed(true);
        };
    SourceLimits limits = SourceLimits.DEFAULT.waiting(Duration.ofMillis(50));
    try (Engine engine = engine(slow, limits)) {
      assertFailed(engine.check(READ), "the source did not answer within 50 ms");
      long begun = System.nanoTime();
      for (int i = 0; i < 100; i++) {
        engine.check(READ);
      }
      assertThat(System.nanoTime() - begun)
          .as("the limit counts from when the source was asked")
          .isLessThan(TimeUnit.SECONDS.toNanos(4));

      release.countDown();
      until(() -> engine.check(READ).outcome() == Outcome.PERMIT);
    }
  }

  @Test
  void aSourceIsAskedForOneKeyOnceAtATime() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    SignalSource<String> slow =
        id -> {
          asked.incrementAndGet();
          release.await();
          return managed(true);
        };
    try (Engine engine = engine(slow, PATIENT)) {
      List<CompletableFuture<Decision>> checks =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> engine.check(READ), task -> new Thread(task).start()))
              .toList();
      until(() -> asked.get() > 0);
      release.countDown();

      for (CompletableFuture<Decision> check : checks) {
        assertThat(check.get().outcome()).isEqualTo(Outcome.PERMIT);
      }
      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void anAnswerIsAskedForAgainBeforeItRunsOutAndNobodyWaits() throws Exception {
    AtomicBoolean hang = new AtomicBoolean();
    CountDownLatch release = new CountDownLatch(1);
    SignalSource<String> source =
        id -> {
          asked.incrementAndGet();
          if (hang.get()) {
            release.await();
          }
          return managed(true);
        };
    try (Engine engine = engine(source, PATIENT.keeping(Duration.ofMinutes(4)))) {
      engine.check(READ);
      hang.set(true);
      clock.advance(Duration.ofMinutes(3));

      assertThat(engine.check(READ).outcome()).isEqualTo(Outcome.PERMIT);
      until(() -> asked.get() == 2);
      assertThat(engine.check(READ).outcome()).isEqualTo(Outcome.PERMIT);
      release.countDown();
    }
  }

  @Test
  void anAnswerIsUsedNoLongerThanThePolicyCallsItFresh() {
    AtomicBoolean down = new AtomicBoolean();
    SignalSource<String> source =
        id -> {
          if (down.get()) {
            throw new IllegalStateException("down");
          }
          return managed(true);
        };
    try (Engine engine = engine(source, PATIENT.keeping(Duration.ofDays(1)))) {
      Decision decision = engine.check(READ);
      assertThat(decision.outcome()).isEqualTo(Outcome.PERMIT);
      down.set(true);

      clock.advance(Duration.ofMinutes(10));
      assertThat(engine.check(READ).outcome()).isEqualTo(Outcome.PERMIT);
      clock.advance(Duration.ofMillis(1));
      assertThat(engine.check(READ).outcome()).isEqualTo(Outcome.DENY);
    }
  }

  @Test
  void whatASourceDoesNotKnowIsMissing() {
    try (Engine engine = engine(id -> null, PATIENT)) {
      assertThat(engine.check(READ).unknowns())
          .extracting(Unknown::cause)
          .containsExactly(UnknownCause.MISSING);
    }
  }

  @Test
  void anOlderAnswerDoesNotReplaceANewerPublication() {
    Signal old = managed(true).asOf(Clock.START.minusSeconds(540));
    try (Engine engine = engine(id -> old, PATIENT)) {
      engine.signals().publish("laptop-7", managed(false));
      clock.advance(Duration.ofMinutes(11));

      assertThat(engine.check(READ).outcome()).isEqualTo(Outcome.DENY);
    }
  }

  @Test
  void aSourceOfSubjectsIsAskedForWhoAsks() {
    SignalSource<EntityRef> identities =
        subject -> Signal.of("identity").with("phishing_resistant", subject.id().equals("ann"));
    try (Engine engine =
        Engine.builder(POLICIES)
            .clock(clock)
            .subjectSource("identity", identities, PATIENT)
            .build()) {
      Entity doc = Entity.of("Doc", "d1");

      assertThat(engine.check(Request.of(ANN, "sign", doc)).outcome()).isEqualTo(Outcome.PERMIT);
      assertThat(engine.check(Request.of(Entity.of("User", "bob"), "sign", doc)).outcome())
          .isEqualTo(Outcome.DENY);
    }
  }

  @Test
  void aClockThatIsPutBackMakesNoAnswerLastLonger() {
    AtomicBoolean resistant = new AtomicBoolean(true);
    SignalSource<EntityRef> identities =
        subject -> Signal.of("identity").with("phishing_resistant", resistant.get());
    try (Engine engine =
        Engine.builder(POLICIES)
            .clock(clock)
            .subjectSource("identity", identities, PATIENT)
            .build()) {
      Request sign = Request.of(ANN, "sign", Entity.of("Doc", "d1"));
      assertThat(engine.check(sign).outcome()).isEqualTo(Outcome.PERMIT);
      resistant.set(false);
      clock.advance(Duration.ofSeconds(-30));
      assertThat(engine.check(sign).outcome())
          .as("no more than clocks differ")
          .isEqualTo(Outcome.PERMIT);

      clock.advance(Duration.ofDays(-1));
      assertThat(engine.check(sign).outcome()).isEqualTo(Outcome.DENY);
    }
  }

  @Test
  void allSourcesAreAskedBeforeTheFirstIsWaitedFor() {
    CountDownLatch other = new CountDownLatch(1);
    SignalSource<String> devices =
        id -> {
          other.await();
          return managed(true);
        };
    SignalSource<EntityRef> identities =
        subject -> {
          other.countDown();
          return null;
        };
    try (Engine engine =
        Engine.builder(POLICIES)
            .clock(clock)
            .source("device", devices, SourceLimits.DEFAULT.waiting(Duration.ofSeconds(10)))
            .subjectSource("identity", identities, PATIENT)
            .build()) {
      assertThat(engine.check(READ).outcome()).isEqualTo(Outcome.PERMIT);
    }
  }

  @Test
  void aSourceThatHangsHoldsUpNoOther() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    SignalSource<String> hanging =
        id -> {
          release.await();
          return managed(true);
        };
    SignalSource<EntityRef> identities =
        subject -> Signal.of("identity").with("phishing_resistant", true);
    try (Engine engine =
        Engine.builder(POLICIES)
            .clock(clock)
            .source("device", hanging, SourceLimits.DEFAULT.waiting(Duration.ofMillis(1)))
            .subjectSource("identity", identities, PATIENT.waiting(Duration.ofSeconds(5)))
            .build()) {
      for (int i = 0; i < 100; i++) {
        engine.check(READ.withKey("device", "laptop-" + i));
      }

      Request sign = Request.of(Entity.of("User", "bob"), "sign", Entity.of("Doc", "d1"));
      assertThat(engine.check(sign).outcome()).isEqualTo(Outcome.PERMIT);
      release.countDown();
    }
  }

  private Engine engine(SignalSource<String> devices, SourceLimits limits) {
    return Engine.builder(POLICIES).clock(clock).source("device", devices, limits).build();
  }

  private Signal managed(boolean managed) {
    return Signal.of("device").with("managed", managed).asOf(clock.instant());
  }

  private Signal counted(Signal signal) {
    asked.incrementAndGet();
    return signal;
  }

  private static Signal endless(String id) {
    return endless(id + "");
  }

  private static void assertFailed(Decision decision, String detail) {
    assertThat(decision.unknowns())
        .containsExactly(new Unknown("device.managed", UnknownCause.FAILED, detail));
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(1);
    }
  }
}
