package dev.zt;

/**
 * How much an engine spends on sessions.
 *
 * @param sessions how many may be live at once
 * @param reviewers how many threads decide anew
 * @param listeners how many threads tell listeners at most
 */
public record SessionLimits(int sessions, int reviewers, int listeners) {
  /** Two million sessions, two threads that decide, 32 that tell. */
  public static final SessionLimits DEFAULT = new SessionLimits(2_000_000, 2, 32);

  public SessionLimits {
    if (sessions < 1 || reviewers < 1 || listeners < 1) {
      throw new IllegalArgumentException("every limit must be at least 1");
    }
  }
}
