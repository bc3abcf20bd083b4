package dev.zt.engine.usage;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** How often something was used, and when. Thread-safe. */
final class Tally {
  private final LongAdder count = new LongAdder();
  private final AtomicLong last = new AtomicLong(Long.MIN_VALUE);
  private final long first;

  Tally(long first) {
    this.first = first;
  }

  void use(long now) {
    count.increment();
    if (last.get() < now) {
      last.accumulateAndGet(now, Math::max);
    }
  }

  long count() {
    return count.sum();
  }

  /** Epoch milliseconds. */
  long first() {
    return Math.min(first, last());
  }

  /** Epoch milliseconds. */
  long last() {
    return last.get();
  }
}
