package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import org.jspecify.annotations.Nullable;

/** What policies want to know of two readings, whatever the time is. */
@FunctionalInterface
public interface PairQuestion {
  /** Answers as {@link Question#answer} does. */
  int answer(@Nullable Reading left, @Nullable Reading right);
}
