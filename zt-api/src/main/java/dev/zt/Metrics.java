package dev.zt;

/**
 * Counts what matters in operation. Implement it to hand the numbers to a metrics library, or use
 * {@link InMemoryMetrics}.
 *
 * <p>Thread-safe and fast: it is called on the threads that check. One that throws harms nobody; it
 * is not called less for it.
 */
public interface Metrics {
  /** Counts nothing. */
  Metrics NONE =
      new Metrics() {
        @Override
        public void count(Counter counter, String of, long by) {}

        @Override
        public void level(Level level, String of, long value) {}
      };

  /**
   * Adds to a counter.
   *
   * @param of of what, as the counter says; its values are not bounded
   * @param by how much, 0 or more
   */
  void count(Counter counter, String of, long by);

  /** Says how high something stands at the moment. */
  void level(Level level, String of, long value);

  /** What only grows. */
  enum Counter {
    /** Decisions, by outcome. */
    DECISIONS,
    /** Unknowns that decisions named, by attribute and cause: {@code device.edr STALE}. */
    UNKNOWNS,
    /** Entries that were thrown out to stay within a bound, by the store they were in. */
    EVICTIONS,
    /** Sources of signals that failed or did not answer in time, by signal. */
    LATE_SOURCES,
    /** Listeners that threw or were too slow, by kind. */
    LISTENER_FAILURES,
    /** Audit records that were lost, by cause. */
    LOST_RECORDS,
    /** Permits that were left out of the audit log because only a sample was asked for. */
    UNSAMPLED_PERMITS,
    /** Failures of the audit log to write or force, by cause; each is tried again. */
    AUDIT_FAILURES
  }

  /** What rises and falls. */
  enum Level {
    /** How many entries wait in a queue, by queue. */
    QUEUE_DEPTH
  }
}
