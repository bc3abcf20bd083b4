package dev.zt.bench.reload;

import dev.zt.Authorizer;
import dev.zt.Request;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A thread that checks without a pause, and takes note of the longest time between two checks. */
final class Checking extends Thread {
  private final Authorizer authorizer;
  private final Request[] requests;
  private final AtomicLong checks = new AtomicLong();
  private final AtomicLong forgotten = new AtomicLong();
  private volatile long longest;
  private volatile boolean ended;

  Checking(Authorizer authorizer, List<Request> requests) {
    super("checking");
    this.authorizer = authorizer;
    this.requests = requests.toArray(Request[]::new);
    setDaemon(true);
  }

  @Override
  public void run() {
    long seen = 0;
    long most = 0;
    int next = 0;
    long before = System.nanoTime();
    while (!ended) {
      authorizer.check(requests[next]);
      next = next + 1 == requests.length ? 0 : next + 1;
      long after = System.nanoTime();
      if (seen != forgotten.get()) {
        seen = forgotten.get();
        most = 0;
        longest = 0;
      }
      if (after - before > most) {
        most = after - before;
        longest = most;
      }
      before = after;
      checks.incrementAndGet();
    }
  }

  /** Begins anew to look for the longest gap, once its last check has ended. */
  void forget() {
    forgotten.incrementAndGet();
    awaitChecks();
  }

  /** The longest gap in nanoseconds since {@link #forget}. */
  long longest() {
    awaitChecks();
    return longest;
  }

  /** Waits for a check that begins from now on to end. */
  private void awaitChecks() {
    long end = checks.get() + 2;
    while (checks.get() < end) {
      Thread.onSpinWait();
    }
  }

  void end() throws InterruptedException {
    ended = true;
    join();
  }
}
