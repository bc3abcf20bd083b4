package dev.zt.engine.signal;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads on which a source is asked: none while nothing is asked. */
final class SourceThreads {
  private static final int MOST = 16;
  private static final int QUEUE = 10_000;
  private static final long IDLE_SECONDS = 10;

  private SourceThreads() {}

  /** At most {@value #MOST} threads; what waits beyond a queue of {@value #QUEUE} is refused. */
  static ThreadPoolExecutor create() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            MOST,
            MOST,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(QUEUE),
            task -> {
              Thread thread = new Thread(task, "zt-source");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }
}
