package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import java.util.function.Function;
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

  /**
   * Reads what has one Java type without asking what it is, and without an allowance where it is
   * small; what that reader answers null for is read as anything else is. Null where there is no
   * such reader.
   *
   * @param type not a primitive one
   */
  default @Nullable Function<Object, @Nullable Reading> plain(Class<?> type) {
    return null;
  }
}
