package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import org.jspecify.annotations.Nullable;

/** Reads what one component of a record holds. */
@FunctionalInterface
public interface ComponentReader {
  /**
   * The value, or why there is none; null where what is given is of no use and is to be counted as
   * that.
   */
  @Nullable Reading read(@Nullable Object given);
}
