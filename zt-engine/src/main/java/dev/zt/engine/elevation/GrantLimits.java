package dev.zt.engine.elevation;

/**
 * How much is kept.
 *
 * @param open the most grants that may be pending or approved at a time
 * @param perSubject the most of one subject
 * @param ended how many that have ended can still be looked up; the oldest are forgotten first
 */
public record GrantLimits(int open, int perSubject, int ended) {
  /** 100,000 open ones, 100 of one subject, the last 10,000 that ended. */
  public static final GrantLimits DEFAULT = new GrantLimits(100_000, 100, 10_000);
}
