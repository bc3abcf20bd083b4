package dev.zt.engine.behavior;

/** Arithmetic that stops at the least and the greatest number of 64 bits. */
final class Saturated {
  private Saturated() {}

  static long sum(long left, long right) {
    long sum = left + right;
    boolean overflows = ((left ^ sum) & (right ^ sum)) < 0;
    return overflows ? (left < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
  }
}
