package dev.zt.engine.reference;

import dev.zt.UnknownCause;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/** How it is said that an observation is too old to be used, or not to be believed yet. */
public final class Staleness {
  private Staleness() {}

  /**
   * What stands in the place of the fields of an observation that is not fresh.
   *
   * @param asOf when it was made, as far as that is known
   * @param now the instant of the decision in epoch milliseconds
   */
  public static Absent of(@Nullable Reading asOf, long now) {
    if (!(asOf instanceof Value.Time time)) {
      return new Absent(UnknownCause.STALE, "its time of observation is not known");
    }
    boolean ahead = time.epochMillis() - now > Evaluation.SKEW;
    return new Absent(UnknownCause.STALE, "observed at " + time + (ahead ? ", in the future" : ""));
  }
}
