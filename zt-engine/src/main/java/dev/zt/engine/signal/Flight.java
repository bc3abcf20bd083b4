package dev.zt.engine.signal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A question that is under way: several threads wait for its answer, no longer than a limit that
 * counts from when it was asked.
 */
final class Flight<T> {
  private final long begun = System.nanoTime();
  private final CountDownLatch landed = new CountDownLatch(1);
  private volatile @Nullable T result;

  void land(T value) {
    result = value;
    landed.countDown();
  }

  /** The result; null when it has not come within the limit. */
  @Nullable T await(Duration limit) throws InterruptedException {
    long rest = limit.toNanos() - (System.nanoTime() - begun);
    if (landed.getCount() > 0 && rest > 0) {
      boolean inTime = landed.await(rest, TimeUnit.NANOSECONDS);
      return inTime ? result : null;
    }
    return result;
  }
}
