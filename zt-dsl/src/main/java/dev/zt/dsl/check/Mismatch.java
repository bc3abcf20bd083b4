package dev.zt.dsl.check;

import dev.zt.policy.Type;

/** Says what is wrong with a value of a type in some place. */
@FunctionalInterface
interface Mismatch {
  /** The message for a value of that type. */
  String message(Type actual);

  /** The message for a place that takes one type only. */
  static Mismatch expecting(Type expected) {
    return actual -> Types.a(expected) + " is expected here, not " + Types.a(actual);
  }
}
