package dev.zt.engine;

import dev.zt.Metrics.Counter;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A total that something keeps by itself, and how much of it a counter has heard. */
final class Watched {
  private final Counter counter;
  private final String of;
  private final LongSupplier total;
  private final AtomicLong told = new AtomicLong();

  Watched(Counter counter, String of, LongSupplier total) {
    this.counter = counter;
    this.of = of;
    this.total = total;
  }

  Counter counter() {
    return counter;
  }

  String of() {
    return of;
  }

  /** How much has been added since the last time; each part is told to one caller. */
  long more() {
    long before = told.get();
    long now = total.getAsLong();
    return now > before && told.compareAndSet(before, now) ? now - before : 0;
  }
}
