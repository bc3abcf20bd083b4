package dev.zt.dsl.check.lint;

import java.util.List;

/** Whether something is unknown, none or a value, as values of {@link Key.Aspect#PRESENCE}. */
final class Presence {
  private static final long IS_UNKNOWN = 0;
  private static final long IS_NONE = 1;
  private static final long IS_SOME = 2;

  static final Values UNKNOWN = Values.oneOf(List.of(IS_UNKNOWN));
  static final Values NONE = Values.oneOf(List.of(IS_NONE));
  static final Values SOME = Values.oneOf(List.of(IS_SOME));
  static final Values KNOWN = NONE.or(SOME);

  private Presence() {}
}
