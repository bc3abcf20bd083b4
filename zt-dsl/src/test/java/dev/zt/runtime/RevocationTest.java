package dev.zt.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Decision;
import dev.zt.Entity;
import dev.zt.Outcome;
import dev.zt.Request;
import dev.zt.Session;
import dev.zt.Signal;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.policy.PolicySet;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Once a revocation has returned, nothing permits. Raced against checks, signals and reviews: 2,000
 * times, or as often as {@code -Dzt.revocations} says.
 */
class RevocationTest {
  private static final int RACES = Integer.getInteger("zt.revocations", 2_000);

  private static final PolicySet POLICIES =
      PolicyCompiler.compile(
              "revocation.zt",
              """
              module m
              entity User { }
              entity Doc { actions read }
              extend signal device fresh 10m { }
              readers: permit User to read Doc when device.managed
              """)
          .orThrow();

  private static final Request READ =
      Request.of(Entity.of("User", "ann"), "read", Entity.of("Doc", "d"))
          .withKey("device", "laptop-7");

  /** What is asked whether access stands, and what takes it away. */
  private interface Guard {
    boolean permits();

    void revoke();
  }

  /** Keeps the last decision and forgets it on revocation; what is under way puts it back. */
  private static final class CachesWithoutEpoch implements Guard {
    private final Session session;
    private volatile boolean revoked;
    private volatile Decision cached;

    CachesWithoutEpoch(Session session) {
      this.session = session;
    }

    @Override
    public boolean permits() {
      Decision known = cached;
      if (known == null && !revoked) {
        known = session.decision();
        Thread.yield();
        cached = known;
      }
      return known != null && known.permitted();
    }

    @Override
    public void revoke() {
      revoked = true;
      cached = null;
    }
  }

  private record BySession(Engine engine, Session session) implements Guard {
    @Override
    public boolean permits() {
      return session.decision().permitted()
          || engine.check(READ.withKey("session", session.id())).permitted();
    }

    @Override
    public void revoke() {
      engine.sessions().revoke(session.id(), "stolen");
    }
  }

  private record BySubject(Engine engine, Session session) implements Guard {
    @Override
    public boolean permits() {
      return session.decision().permitted();
    }

    @Override
    public void revoke() {
      engine.sessions().revoke(session.request().subject().reference(), "stolen");
    }
  }

  @Test
  @Timeout(300)
  void aCachedDecisionWithoutAnEpochIsCaught() throws Exception {
    int races = 0;
    boolean caught = false;
    for (; races < 200 && !caught; races++) {
      caught = late(500, (engine, session) -> new CachesWithoutEpoch(session)) > 0;
    }
    assertThat(caught).as("the races find a fault that is there").isTrue();
  }

  @Test
  @Timeout(3_600)
  void noCheckAfterARevocationPermits() throws Exception {
    assertThat(late(RACES / 2, BySession::new)).isZero();
    assertThat(late(RACES / 2, BySubject::new)).isZero();
  }

  private interface Making {
    Guard of(Engine engine, Session session);
  }

  /** How many of so many revocations were followed by access. */
  private static int late(int races, Making making) throws Exception {
    int late = 0;
    Clock clock = new Clock();
    Random random = new Random(races);
    try (Engine engine = Engine.builder(POLICIES).clock(clock).build()) {
      Race race = new Race(engine, clock);
      publish(engine, clock);
      race.start();
      for (int i = 0; i < races; i++) {
        Session session = engine.sessions().open(READ);
        assertThat(session.decision().outcome()).isEqualTo(Outcome.PERMIT);
        Guard guard = making.of(engine, session);
        race.begin(guard);
        for (int spin = random.nextInt(200); spin > 0; spin--) {
          Thread.onSpinWait();
        }
        guard.revoke();
        late += guard.permits() ? 1 : 0;
        race.end();
        late += guard.permits() ? 1 : 0;
        session.close();
      }
      race.stop();
    }
    return late;
  }

  private static void publish(Engine engine, Clock clock) {
    engine
        .signals()
        .publish(
            Signal.of("device").with("id", "laptop-7").with("managed", true).asOf(clock.instant()));
  }

  /**
   * A thread that checks, and reports now and then so that sessions are reviewed, while the
   * revocation comes. Nobody waits at a barrier, which would take longer than the race.
   */
  private static final class Race {
    private static final int SPINS = 10_000;

    private final Engine engine;
    private final Clock clock;
    private final Thread thread = new Thread(this::run, "racer");
    private volatile Guard guard;
    private volatile Guard taken;
    private volatile long deeds;
    private volatile boolean stopped;

    Race(Engine engine, Clock clock) {
      this.engine = engine;
      this.clock = clock;
    }

    void start() {
      thread.setDaemon(true);
      thread.start();
    }

    /** The thread is at it when this returns. */
    void begin(Guard target) {
      guard = target;
      await(() -> taken == target);
    }

    /** What the thread was about has ended when this returns. */
    void end() {
      long goal = deeds + 2;
      await(() -> deeds >= goal);
    }

    private void await(BooleanSupplier condition) {
      for (int spin = 0; !condition.getAsBoolean(); spin++) {
        if (spin < SPINS) {
          Thread.onSpinWait();
        } else {
          assertThat(thread.isAlive()).isTrue();
          Thread.yield();
        }
      }
    }

    void stop() throws InterruptedException {
      stopped = true;
      thread.join();
    }

    private void run() {
      while (!stopped) {
        Guard target = guard;
        if (target != null) {
          taken = target;
          target.permits();
          if (deeds % 4 == 0) {
            publish(engine, clock);
          }
          deeds++;
        }
      }
    }
  }
}
