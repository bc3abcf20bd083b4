package dev.zt.engine.signal;

import dev.zt.Outcome;
import dev.zt.Request;
import org.jspecify.annotations.Nullable;

/**
 * A request with everything that the engine could supply.
 *
 * @param until epoch milliseconds before which passing time alone supplies nothing else
 * @param now when it was completed
 * @param move where the subject is, when the policies ask how it came there
 */
public record Completed(Request request, long until, long now, Places.@Nullable Move move) {
  /**
   * Until when a decision of that outcome may stand: a place that is recorded with it changes what
   * the next one sees.
   */
  public long until(Outcome outcome) {
    boolean changes = move != null && givesAccess(outcome) && !move.speed().still();
    return changes ? Math.min(now, until) : until;
  }

  /** Whether the subject was let in, so that where it is counts. */
  static boolean givesAccess(Outcome outcome) {
    return outcome.compareTo(Outcome.RESTRICT) >= 0;
  }
}
