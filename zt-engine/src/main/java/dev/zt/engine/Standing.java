package dev.zt.engine;

import dev.zt.Decision;
import java.time.Instant;

/** Decisions that stand no longer than something beside the policies does. */
final class Standing {
  private Standing() {}

  /**
   * The same decision, valid no longer than that.
   *
   * @param until epoch milliseconds, {@link Long#MAX_VALUE} for ever
   */
  static Decision noLongerThan(long until, Decision decision) {
    if (until == Long.MAX_VALUE || !decision.validUntil().isAfter(Instant.ofEpochMilli(until))) {
      return decision;
    }
    Decision.Grounds grounds =
        new Decision.Grounds(
            decision.reasons(),
            decision.unknowns(),
            until,
            decision.policyVersion(),
            decision.shadow().orElse(null));
    return Grounded.on(grounds, decision);
  }
}
