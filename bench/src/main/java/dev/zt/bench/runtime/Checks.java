package dev.zt.bench.runtime;

import dev.zt.Outcome;
import dev.zt.Request;
import dev.zt.engine.Engine;
import java.util.concurrent.atomic.AtomicBoolean;

/** Checks of one request, one after the other, while something else goes on or not. */
final class Checks {
  private static final int AT_ONCE = 100;

  private final Engine engine;
  private final Request request;

  Checks(Engine engine, Request request) {
    this.engine = engine;
    this.request = request;
  }

  /**
   * Checks over so long a time, or while it is to go on.
   *
   * @return the times of one check in nanoseconds, each the mean of a hundred
   */
  Sample measure(long nanos, AtomicBoolean running) {
    Sample sample = new Sample();
    long start = System.nanoTime();
    long now = start;
    while (running.get() && now - start < nanos) {
      long before = now;
      for (int i = 0; i < AT_ONCE; i++) {
        if (engine.check(request).outcome() == Outcome.CHALLENGE) {
          throw new IllegalStateException("no rule challenges");
        }
      }
      now = System.nanoTime();
      sample.add((now - before) / AT_ONCE);
    }
    return sample;
  }
}
