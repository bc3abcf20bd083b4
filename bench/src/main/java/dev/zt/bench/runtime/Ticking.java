package dev.zt.bench.runtime;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that goes on by a millisecond whenever it was read a hundred times. */
final class Ticking implements InstantSource {
  private static final long START = Instant.parse("2026-03-02T09:00:00Z").toEpochMilli();
  private static final int READS_A_MILLISECOND = 100;

  private final AtomicLong reads = new AtomicLong();

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  @Override
  public long millis() {
    return START + reads.getAndIncrement() / READS_A_MILLISECOND;
  }
}
