package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import org.jspecify.annotations.Nullable;

/** Reads what an application gave as a value of one declared type. */
@FunctionalInterface
interface ValueReader {
  /**
   * The value, or why there is none.
   *
   * @param given anything at all; null says none or nothing
   * @param allowance what reading may still cost
   */
  Reading read(@Nullable Object given, Allowance allowance);
}
