package dev.zt.engine.reference;

import dev.zt.UnknownCause;
import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.CompareOp;
import dev.zt.policy.ExprText;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * An operand of a comparison that may be known to lie between two values. Only a comparison that
 * holds, or fails, for all that lies between them is decided.
 *
 * @param value the operand as everything but a comparison sees it: unknown unless it is exact
 * @param least the lower end, or the operand itself when it is exact or unknown
 * @param most the upper end, likewise
 */
record Extent(Judged value, Judged least, Judged most) {
  /** How two values compare. */
  interface Comparison {
    Judged of(CompareOp op, Judged left, Judged right);
  }

  static Extent of(Judged value) {
    return new Extent(value, value, value);
  }

  static Extent unknown(String name, Absent absent, long until) {
    return of(Judged.unknown(name, absent.cause(), absent.detail(), until));
  }

  /**
   * What is remembered under a name.
   *
   * @param until epoch milliseconds until which it was asked for rightly
   */
  static Extent of(String name, Recollection recollection, long until) {
    long end = Math.min(until, recollection.until());
    Judged least = judged(name, recollection.least(), end);
    Judged most = judged(name, recollection.most(), end);
    Value low = least.value();
    Value high = most.value();
    if (low == null || high == null) {
      return of(low == null ? least : most);
    }
    if (low.equals(high)) {
      return of(least);
    }
    String between = "between " + ExprText.value(low) + " and " + ExprText.value(high);
    return new Extent(Judged.unknown(name, UnknownCause.OVERFLOWED, between, end), least, most);
  }

  private static Judged judged(String name, Reading reading, long until) {
    return reading instanceof Absent absent
        ? Judged.unknown(name, absent.cause(), absent.detail(), until)
        : Judged.of((Value) reading, until);
  }

  Judged compare(CompareOp op, Extent right, Comparison comparison) {
    if (isExact() && right.isExact()) {
      return comparison.of(op, value, right.value);
    }
    if (op == CompareOp.EQ || op == CompareOp.NE) {
      Judged apart =
          Judged.or(
              List.of(
                  compare(CompareOp.LT, right, comparison),
                  compare(CompareOp.GT, right, comparison)));
      return apart.isTrue()
          ? Judged.of(op == CompareOp.NE, apart.until())
          : undecided(right, apart.until());
    }
    List<Judged> corners =
        List.of(
            comparison.of(op, least, right.least),
            comparison.of(op, least, right.most),
            comparison.of(op, most, right.least),
            comparison.of(op, most, right.most));
    long until = corners.stream().mapToLong(Judged::until).min().orElse(Judged.EVER);
    if (corners.stream().allMatch(Judged::isTrue)) {
      return Judged.of(true, until);
    }
    return corners.stream().allMatch(Judged::isFalse)
        ? Judged.of(false, until)
        : undecided(right, until);
  }

  /** The sum or difference of two, which lies between those of their ends. */
  Extent combine(Extent right, boolean difference, BinaryOperator<Judged> arithmetic) {
    Judged whole = arithmetic.apply(value, right.value);
    if (isExact() && right.isExact()) {
      return of(whole);
    }
    Judged low = arithmetic.apply(least, difference ? right.most : right.least);
    Judged high = arithmetic.apply(most, difference ? right.least : right.most);
    return low.isKnown() && high.isKnown()
        ? new Extent(whole, low, high)
        : of(low.isKnown() ? high : low);
  }

  private boolean isExact() {
    return least.equals(most);
  }

  private Judged undecided(Extent right, long until) {
    return Judged.unknown(Judged.allUnknowns(List.of(value, right.value)), until);
  }
}
