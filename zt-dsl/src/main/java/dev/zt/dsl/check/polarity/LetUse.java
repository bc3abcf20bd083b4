package dev.zt.dsl.check.polarity;

import dev.zt.policy.Expr;
import org.jspecify.annotations.Nullable;

/**
 * A use of a let on the way to an expression.
 *
 * @param within the use in whose body this one stands, or null when a rule or a risk term holds it
 */
record LetUse(Expr.Named use, @Nullable LetUse within) {
  /** The use that the rule or the risk term holds. */
  Expr.Named outermost() {
    return within == null ? use : within.outermost();
  }

  /** Whether one of these lets is meant to open a door on the unknown. */
  boolean isOpen() {
    return use.open() != null || (within != null && within.isOpen());
  }
}
