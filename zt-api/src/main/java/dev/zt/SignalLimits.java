package dev.zt;

import java.time.Duration;

/**
 * How much an engine keeps of what is published.
 *
 * @param entries how many observations; beyond that one that arrived long ago goes
 * @param keep how long after its arrival an observation is kept
 */
public record SignalLimits(int entries, Duration keep) {
  /** A million observations, for seven days. */
  public static final SignalLimits DEFAULT = new SignalLimits(1_000_000, Duration.ofDays(7));

  public SignalLimits {
    if (entries < 1) {
      throw new IllegalArgumentException("entries must be at least 1");
    }
    if (keep.toMillis() < 1) {
      throw new IllegalArgumentException("keep must be at least a millisecond");
    }
  }
}
