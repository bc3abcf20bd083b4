package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import org.jspecify.annotations.Nullable;

/** What policies want to know of a single reading, whatever the time is. */
@FunctionalInterface
public interface Question {
  /** It is not so. */
  int NO = 0;

  /** It is so. */
  int YES = 1;

  /** Nobody knows. */
  int UNKNOWN = 2;

  /** Answers {@link #NO}, {@link #YES} or {@link #UNKNOWN}; null is a reading that is not there. */
  int answer(@Nullable Reading reading);
}
