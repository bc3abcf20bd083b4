package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import org.jspecify.annotations.Nullable;

/** Reads what one component of a record holds. */
@FunctionalInterface
public interface ComponentReader {
  /**
   * The value, or why there is none; null where what is given is to be read at length: it is of no
   * use, and to be counted as that, or it is nothing that this reader knows.
   */
  @Nullable Reading read(@Nullable Object given);
}
