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

  /** The mean time of a check in nanoseconds, over so long a time or while it is to go on. */
  double measure(long nanos, AtomicBoolean running) {
    long start = System.nanoTime();
    long now = start;
    long done = 0;
    while (running.get() && now - start < nanos) {
      for (int i = 0; i < AT_ONCE; i++) {
        if (engine.check(request).outcome() == Outcome.CHALLENGE) {
          throw new IllegalStateException("no rule challenges");
        }
      }
      done += AT_ONCE;
      now = System.nanoTime();
    }
    return (double) (now - start) / Math.max(1, done);
  }
}
