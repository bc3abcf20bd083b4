package dev.zt.test.mutation;

import dev.zt.Explanation.Truth;
import dev.zt.policy.Expr;

/** What a condition is to come to. */
record Goal(Expr condition, Truth wanted) {
  static Goal holds(Expr condition) {
    return new Goal(condition, Truth.TRUE);
  }

  static Goal fails(Expr condition) {
    return new Goal(condition, Truth.FALSE);
  }

  static Goal unknown(Expr condition) {
    return new Goal(condition, Truth.UNKNOWN);
  }
}
