package dev.zt.dsl.check.lint;

import com.google.common.hash.HashCode;

/**
 * Something about an expression that has one value in a request.
 *
 * @param of the fingerprint of the expression
 */
record Key(Aspect aspect, HashCode of) {
  /** What about it. */
  enum Aspect {
    /** Whether a condition holds: 1 or 0. */
    TRUTH,
    /** Its value. */
    VALUE,
    /** The type of the entity that it refers to. */
    TYPE,
    /** Whether it is unknown, none or a value, by {@link Presence}. */
    PRESENCE,
    /** How two values compare: -1, 0 or 1. */
    ORDER,
    /** The score of a risk. */
    SCORE
  }
}
