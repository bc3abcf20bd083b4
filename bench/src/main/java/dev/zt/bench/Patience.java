package dev.zt.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How long a contender may take to get ready. */
final class Patience {
  /** The longest time. */
  static final Duration LIMIT = Duration.ofSeconds(60);

  private Patience() {}

  /**
   * What the task returns.
   *
   * @throws TimeoutException if it takes longer than {@link #LIMIT}
   * @throws Exception whatever the task throws
   */
  static <T> T within(Callable<T> task) throws Exception {
    FutureTask<T> result = new FutureTask<>(task);
    Thread thread = new Thread(result, "getting-ready");
    thread.setDaemon(true);
    thread.start();
    try {
      return result.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
