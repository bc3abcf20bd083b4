package dev.zt.policy.value;

import org.jspecify.annotations.Nullable;

/** Arithmetic of 64 bits that never wraps: null when the result does not fit. */
final class Exact {
  private Exact() {}

  static @Nullable Long sum(long left, long right) {
    long sum = left + right;
    return ((left ^ sum) & (right ^ sum)) < 0 ? null : Long.valueOf(sum);
  }

  static @Nullable Long difference(long left, long right) {
    long difference = left - right;
    return ((left ^ right) & (left ^ difference)) < 0 ? null : Long.valueOf(difference);
  }

  static @Nullable Long product(long left, long right) {
    long low = left * right;
    return Math.multiplyHigh(left, right) == low >> 63 ? Long.valueOf(low) : null;
  }
}
