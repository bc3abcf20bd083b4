package dev.zt.bench.runtime;

import dev.zt.Entity;
import dev.zt.Outcome;
import dev.zt.Request;
import dev.zt.Session;
import dev.zt.SessionListener;
import dev.zt.Signal;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A million live sessions, each of a subject and on a device of its own, that rest on one signal
 * together: what they take, and how fast changes reach them.
 */
final class LiveSessions {
  private static final String PART = "sessions";
  private static final int SESSIONS = 1_000_000;
  private static final int PUBLICATIONS = 2_000;
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

  private static final String POLICIES =
      """
      module office
      entity User { department: string }
      entity Doc { department: string  actions read }
      extend signal device fresh 12h { }
      signal threat { level: Level }
      readers: permit User to read Doc when subject.department == resource.department
      posture: require device.managed and device.disk_encrypted to read Doc else deny
      calm: restrict User to read Doc when threat.level >= high with read_only
      """;

  private final Engine engine =
      Engine.builder(PolicyCompiler.compile("office.zt", POLICIES).orThrow()).build();
  private final Request[] requests = new Request[SESSIONS];
  private final Session[] sessions = new Session[SESSIONS];
  private final AtomicLong heard = new AtomicLong();

  /** When a listener heard something last, by the nanosecond clock. */
  private volatile long lastHeard;

  private final SessionListener listener =
      change -> {
        lastHeard = System.nanoTime();
        heard.incrementAndGet();
      };

  static void run(boolean quick, Consumer<Figure> figures) throws InterruptedException {
    LiveSessions all = new LiveSessions();
    try {
      all.open(figures);
      all.publishOne(figures);
      all.publishToAll(quick ? 2 : 4, figures);
    } finally {
      all.engine.close();
    }
  }

  private void open(Consumer<Figure> figures) throws InterruptedException {
    threat("low");
    Entity doc = Entity.of("Doc", "handbook").with("department", "sales");
    for (int i = 0; i < SESSIONS; i++) {
      engine.signals().publish(device(i, true));
      requests[i] =
          Request.of(Entity.of("User", "user-" + i).with("department", "sales"), "read", doc)
              .withKey("device", "laptop-" + i)
              .withKey("threat", "site");
      engine.check(requests[i]);
    }
    long before = Heap.used();
    long start = System.nanoTime();
    for (int i = 0; i < SESSIONS; i++) {
      sessions[i] = engine.sessions().open(requests[i], listener);
    }
    long opened = System.nanoTime() - start;
    long bytes = Heap.used() - before;
    require(sessions[SESSIONS / 2].decision().permitted(), "a session permits");
    figures.accept(
        new Figure(
            PART,
            "a live session beside its request, 1,000,000 of them",
            (double) bytes / SESSIONS,
            "B",
            "500"));
    figures.accept(new Figure(PART, "to open one of them", (double) opened / SESSIONS, "ns", ""));
  }

  /** One device after the other, each until its session's listener has heard. */
  private void publishOne(Consumer<Figure> figures) {
    Random random = new Random(1);
    Sample sample = new Sample();
    for (int i = 0; i < 2 * PUBLICATIONS; i++) {
      int session = random.nextInt(SESSIONS);
      long target = heard.get() + 1;
      Signal signal = device(session, !sessions[session].decision().permitted());
      long start = System.nanoTime();
      engine.signals().publish(signal);
      await(target);
      if (i >= PUBLICATIONS) {
        sample.add(lastHeard - start);
      }
    }
    String what = "from publishing one device's change to its session's listener";
    figures.accept(new Figure(PART, what + ", median", sample.median() / 1e6, "ms", ""));
    figures.accept(
        new Figure(PART, what + ", 99th percentile", sample.quantile(0.99) / 1e6, "ms", "under 5"));
  }

  private void publishToAll(int rounds, Consumer<Figure> figures) throws InterruptedException {
    Checks checks = new Checks(engine, requests[0]);
    checks.measure(TimeUnit.SECONDS.toNanos(2), new AtomicBoolean(true));
    double through = 0;
    double alone = 0;
    double beside = 0;
    double aloneAtMedian = 0;
    double besideAtMedian = 0;
    for (int round = 0; round < 2 * rounds; round++) {
      Sample quiet = checks.measure(TimeUnit.SECONDS.toNanos(2), new AtomicBoolean(true));
      AtomicBoolean running = new AtomicBoolean(true);
      Sample[] meanwhile = new Sample[1];
      Thread checking = new Thread(() -> meanwhile[0] = checks.measure(PATIENCE, running));
      // Sessions whose device is not managed are denied whatever the threat.
      long affected = heard.get() + permitting();
      checking.start();
      long start = System.nanoTime();
      threat(round % 2 == 0 ? "high" : "low");
      await(affected);
      long end = lastHeard - start;
      running.set(false);
      checking.join();
      through = Math.max(through, end / 1e9);
      alone += quiet.mean();
      beside += meanwhile[0].mean();
      aloneAtMedian += quiet.median();
      besideAtMedian += meanwhile[0].median();
    }
    figures.accept(
        new Figure(PART, "a change that touches all of them, until all heard", through, "s", "10"));
    figures.accept(
        new Figure(PART, "a check meanwhile, against alone, mean", beside / alone, "times", "2"));
    figures.accept(
        new Figure(PART, "the same, median", besideAtMedian / aloneAtMedian, "times", "2"));
  }

  private long permitting() {
    long permitting = 0;
    for (Session session : sessions) {
      permitting += session.decision().outcome() == Outcome.DENY ? 0 : 1;
    }
    return permitting;
  }

  private void await(long target) {
    long start = System.nanoTime();
    while (heard.get() < target) {
      require(System.nanoTime() - start < PATIENCE, "listeners hear");
      LockSupport.parkNanos(100_000);
    }
  }

  private static Signal device(int number, boolean managed) {
    return Signal.of("device")
        .with("id", "laptop-" + number)
        .with("managed", managed)
        .with("disk_encrypted", true)
        .asOf(Instant.now());
  }

  private void threat(String level) {
    engine.signals().publish("site", Signal.of("threat").with("level", level).asOf(Instant.now()));
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("not so: " + what);
    }
  }
}
