package dev.zt;

import java.time.Duration;

/**
 * How long an engine waits for a {@link SignalSource} and how long it keeps what it answered.
 *
 * @param patience how long a check waits at most, counted from when the source was asked
 * @param keep how long an answer is kept, if the policies do not want it fresher; in its last
 *     quarter the source is asked again, and nobody waits for that
 * @param retry how long after a failure the source is not asked again
 * @param entries how many answers are kept
 */
public record SourceLimits(Duration patience, Duration keep, Duration retry, int entries) {
  /** 200 ms, five minutes, one second, 100,000 answers. */
  public static final SourceLimits DEFAULT =
      new SourceLimits(
          Duration.ofMillis(200), Duration.ofMinutes(5), Duration.ofSeconds(1), 100_000);

  public SourceLimits {
    if (patience.isNegative()) {
      throw new IllegalArgumentException("patience must not be negative");
    }
    if (keep.toMillis() < 1 || retry.toMillis() < 1) {
      throw new IllegalArgumentException("keep and retry must be at least a millisecond");
    }
    if (entries < 1) {
      throw new IllegalArgumentException("entries must be at least 1");
    }
  }

  /** These limits with another time that a check waits. */
  public SourceLimits waiting(Duration limit) {
    return new SourceLimits(limit, keep, retry, entries);
  }

  /** These limits with another time that an answer is kept. */
  public SourceLimits keeping(Duration time) {
    return new SourceLimits(patience, time, retry, entries);
  }

  /** These limits with another pause after a failure. */
  public SourceLimits retryingAfter(Duration pause) {
    return new SourceLimits(patience, keep, pause, entries);
  }
}
