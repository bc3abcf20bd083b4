package dev.zt.engine.session;

import dev.zt.SessionChange;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells listeners: of one session one change after the other. One thread tells whoever is quick; as
 * long as somebody waits and few are told, another one joins in each millisecond, so that whoever
 * is slow occupies a thread and nobody else's turn, as long as there are threads.
 */
final class Deliveries {
  private static final long IDLE_SECONDS = 10;
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(1);

  /** A thread that tells fewer between two looks has met somebody who is slow. */
  private static final int QUICK = 50;

  /** A thread that has nothing to tell looks again so often and so soon before it goes. */
  private static final int LOOKS_BEFORE_GOING = 20;

  private static final long NAP = TimeUnit.MICROSECONDS.toNanos(50);

  private final ConcurrentLinkedQueue<LiveSession> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger telling = new AtomicInteger();
  private final LongAdder told = new LongAdder();
  private final int most;

  /** Who tells; null before there is anything to tell. */
  private @Nullable ThreadPoolExecutor threads;

  private volatile @Nullable Thread foreman;
  private final Function<LiveSession, @Nullable SessionChange> next;
  private final Runnable failed;
  private volatile boolean closed;

  /**
   * @param next what a session's listener is to hear next
   * @param failed hears of each listener that threw
   */
  Deliveries(int most, Function<LiveSession, @Nullable SessionChange> next, Runnable failed) {
    this.most = most;
    this.next = next;
    this.failed = failed;
  }

  private synchronized ThreadPoolExecutor threads() {
    ThreadPoolExecutor pool = threads;
    if (pool == null) {
      pool =
          new ThreadPoolExecutor(
              most,
              most,
              IDLE_SECONDS,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(),
              task -> daemon(task, "zt-listener"));
      pool.allowCoreThreadTimeOut(true);
      if (closed) {
        pool.shutdown();
      }
      threads = pool;
    }
    return pool;
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Begins to tell the listener of a session, unless the engine is closed. */
  void begin(LiveSession session) {
    waiting.add(session);
    if (telling.get() == 0 && telling.compareAndSet(0, 1)) {
      start();
    }
  }

  /** What waits already is still told. */
  void close() {
    closed = true;
    LockSupport.unpark(foreman);
    if (telling.get() == 0) {
      shutDown();
    }
  }

  private synchronized void shutDown() {
    if (threads != null) {
      threads.shutdown();
    }
  }

  /** Lets a thread tell, which is counted already. */
  private void start() {
    try {
      threads().execute(this::tellAll);
      watched();
    } catch (RejectedExecutionException over) {
      telling.decrementAndGet();
    }
  }

  private synchronized void watched() {
    Thread watching = foreman;
    if (watching == null) {
      watching = daemon(this::watch, "zt-listeners");
      foreman = watching;
      watching.start();
    }
    LockSupport.unpark(watching);
  }

  /** Sees to it that nobody waits for a slow one. */
  private void watch() {
    while (!closed || telling.get() > 0) {
      int now = telling.get();
      if (now == 0) {
        LockSupport.park(this);
        continue;
      }
      boolean waited = !waiting.isEmpty();
      long before = told.sum();
      LockSupport.parkNanos(this, LOOK);
      boolean slow = waited && !waiting.isEmpty() && told.sum() - before < (long) QUICK * now;
      if (slow && now < most && telling.compareAndSet(now, now + 1)) {
        start();
      }
    }
    shutDown();
  }

  private void tellAll() {
    try {
      int looks = 0;
      while (looks < LOOKS_BEFORE_GOING) {
        LiveSession session = waiting.poll();
        if (session != null) {
          looks = 0;
          tellOne(session);
        } else {
          looks++;
          LockSupport.parkNanos(this, NAP);
        }
      }
    } finally {
      telling.decrementAndGet();
      if (!waiting.isEmpty() && telling.compareAndSet(0, 1)) {
        start();
      }
    }
  }

  /** One change at a time, so that everybody gets a turn. */
  private void tellOne(LiveSession session) {
    SessionChange change = next.apply(session);
    if (change != null) {
      tell(session, change);
      told.increment();
      waiting.add(session);
    }
  }

  private void tell(LiveSession session, SessionChange change) {
    try {
      session.listener().changed(change);
    } catch (Exception | LinkageError | StackOverflowError | AssertionError thrown) {
      failed.run();
    }
  }
}
