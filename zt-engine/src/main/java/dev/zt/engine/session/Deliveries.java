package dev.zt.engine.session;

import dev.zt.SessionChange;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells listeners: of one session one change after the other, of several at once. Whoever is slow
 * occupies one thread and nobody else's turn, as long as there are threads.
 */
final class Deliveries {
  private static final long IDLE_SECONDS = 10;

  private final ThreadPoolExecutor threads;
  private final Function<LiveSession, @Nullable SessionChange> next;
  private final Runnable failed;

  /**
   * @param next what a session's listener is to hear next
   * @param failed hears of each listener that threw
   */
  Deliveries(int most, Function<LiveSession, @Nullable SessionChange> next, Runnable failed) {
    this.next = next;
    this.failed = failed;
    this.threads =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "zt-listener");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /** Begins to tell the listener of a session, unless the engine is closed. */
  void begin(LiveSession session) {
    try {
      threads.execute(() -> deliver(session));
    } catch (RejectedExecutionException closed) {
      return;
    }
  }

  void close() {
    threads.shutdown();
  }

  /** One change at a time, so that everybody gets a turn. */
  private void deliver(LiveSession session) {
    SessionChange change = next.apply(session);
    if (change != null) {
      tell(session, change);
      begin(session);
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
