package dev.zt.engine.session;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who decides sessions anew: a few threads for all of them, one queue and one set of deadlines.
 * What touches many sessions is worked off in small steps, and not by all threads at once, so that
 * what touches few does not wait for it, and whoever checks meanwhile has a processor.
 */
final class Reviews {
  private static final int STEP = 64;

  /** The clock may step, so nobody sleeps longer than that while there is a deadline. */
  private static final long LONGEST_NAP = 50;

  /** Whoever works on what takes long rests after a step, half as long as it took or so long. */
  private static final long LONGEST_BREAK = TimeUnit.MILLISECONDS.toNanos(1);

  /** How long a decision rests at least before it is made again because time has passed. */
  private static final long SHORTEST_REST = 20;

  private final Object lock = new Object();

  /** What nobody has begun with. */
  private final Deque<Iterator<LiveSession>> sweeps = new ArrayDeque<>();

  /** What is left after a first step. */
  private final Deque<Iterator<LiveSession>> rests = new ArrayDeque<>();

  private final Deadlines deadlines = new Deadlines();
  private final InstantSource clock;
  private final Consumer<LiveSession> review;
  private final int most;

  /** How many threads may work on deadlines and rests at once, and how many do. */
  private final int mostLong;

  private int longRunning;
  private boolean longNext;
  private boolean restNext;
  private boolean started;
  private volatile boolean closed;

  Reviews(int most, InstantSource clock, Consumer<LiveSession> review) {
    this.most = most;
    this.mostLong = Math.max(1, most - 1);
    this.clock = clock;
    this.review = review;
  }

  /** Asks for a review of sessions. */
  void sweep(Iterator<LiveSession> sessions) {
    synchronized (lock) {
      sweeps.add(sessions);
      start();
      lock.notify();
    }
  }

  /** Asks for a review of a session when an instant is reached. */
  void at(LiveSession session, long instant, long now) {
    synchronized (lock) {
      if (session.end() != null) {
        deadlines.remove(session);
        return;
      }
      boolean rests = instant != Long.MAX_VALUE;
      deadlines.set(session, rests ? Math.max(instant, now + SHORTEST_REST) : instant);
      if (rests) {
        start();
      }
      if (session.place == 0) {
        lock.notify();
      }
    }
  }

  /** Forgets a session that has ended. */
  void forget(LiveSession session) {
    synchronized (lock) {
      deadlines.remove(session);
    }
  }

  /** How many sessions wait for an instant. */
  int waiting() {
    synchronized (lock) {
      return deadlines.size();
    }
  }

  void close() {
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
    }
  }

  private void start() {
    if (!started && !closed) {
      started = true;
      for (int i = 0; i < most; i++) {
        Thread thread = new Thread(this::work, "zt-session");
        thread.setDaemon(true);
        thread.start();
      }
    }
  }

  /**
   * A step of something.
   *
   * @param isLong whether it is one of deadlines, or not the first
   */
  private record Step(Iterator<LiveSession> sessions, boolean isLong) {}

  private void work() {
    Step step = await();
    while (step != null) {
      long start = System.nanoTime();
      for (int i = 0; i < STEP && step.sessions.hasNext() && !closed; i++) {
        review(step.sessions.next());
      }
      if (step.isLong && step.sessions.hasNext()) {
        LockSupport.parkNanos(this, Math.min((System.nanoTime() - start) / 2, LONGEST_BREAK));
      }
      done(step);
      step = await();
    }
  }

  private void done(Step step) {
    boolean more = step.sessions.hasNext();
    synchronized (lock) {
      longRunning -= step.isLong ? 1 : 0;
      if (more) {
        rests.add(step.sessions);
        lock.notify();
      }
    }
  }

  /** A session that cannot be decided, which an engine that is closed brings about, is left. */
  private void review(LiveSession session) {
    try {
      review.accept(session);
    } catch (RuntimeException undecidable) {
      forget(session);
    }
  }

  private @Nullable Step await() {
    synchronized (lock) {
      try {
        while (!closed) {
          long now = clock.millis();
          Step step = next(now);
          if (step != null) {
            return step;
          }
          if (deadlines.size() == 0 || longRunning == mostLong) {
            lock.wait();
          } else {
            lock.wait(Math.min(deadlines.earliest() - now, LONGEST_NAP));
          }
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      return null;
    }
  }

  /** What is to be done next: by turns what is new and what takes long. */
  private @Nullable Step next(long now) {
    boolean due = deadlines.earliest() <= now;
    boolean mayBeLong = longRunning < mostLong && (due || !rests.isEmpty());
    longNext = mayBeLong && (longNext || sweeps.isEmpty());
    if (!longNext) {
      longNext = true;
      Iterator<LiveSession> sweep = sweeps.poll();
      return sweep == null ? null : new Step(sweep, false);
    }
    longNext = false;
    longRunning++;
    Iterator<LiveSession> rest = restNext || !due ? rests.poll() : null;
    restNext = rest == null;
    return new Step(rest == null ? due(now) : rest, true);
  }

  private Iterator<LiveSession> due(long now) {
    Deque<LiveSession> some = new ArrayDeque<>();
    while (some.size() < STEP && deadlines.earliest() <= now) {
      some.add(deadlines.take());
    }
    return some.iterator();
  }
}
