package dev.zt.engine;

import java.time.Duration;
import java.util.Objects;

/**
 * What happens when the audit log cannot keep up, or its disk is full.
 *
 * @param denies whether access that could not be recorded is not given; if not, the record is
 *     dropped and counted
 * @param patience how long a check waits for room before that
 */
public record Overload(boolean denies, Duration patience) {
  public Overload {
    Objects.requireNonNull(patience, "patience");
    if (patience.isNegative()) {
      throw new IllegalArgumentException("nobody waits for less than no time");
    }
  }

  /** No record, no access: the decision is a denial that says so. Nothing is waited for. */
  public static Overload deny() {
    return new Overload(true, Duration.ZERO);
  }

  /** The record is dropped and counted, and the decision stands. Nothing is waited for. */
  public static Overload drop() {
    return new Overload(false, Duration.ZERO);
  }

  /** The same after a check has waited for room for so long. */
  public Overload afterWaiting(Duration limit) {
    return new Overload(denies, limit);
  }
}
