package dev.zt.engine.reference;

import dev.zt.Explanation.Truth;
import dev.zt.Unknown;
import dev.zt.UnknownCause;
import dev.zt.policy.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an expression comes to at one instant, and until when.
 *
 * <p>A time or duration may run with the clock: it is {@code value + slope · (t − max(now, rest))}
 * for a later instant {@code t}. Everything else stands still, with a slope of 0.
 *
 * @param value the value, or null when it is unknown
 * @param unknowns the leaves that made it unknown; empty when it is known
 * @param until epoch milliseconds before which passing time alone does not change it otherwise than
 *     by its slope; {@link Long#MAX_VALUE} for ever
 * @param slope milliseconds by which the value grows in each millisecond
 * @param rest the instant before which it does not yet run
 */
record Judged(@Nullable Value value, List<Unknown> unknowns, long until, int slope, long rest) {
  static final long EVER = Long.MAX_VALUE;
  static final Judged TRUE = of(new Value.Bool(true), EVER);
  static final Judged FALSE = of(new Value.Bool(false), EVER);

  static Judged of(Value value, long until) {
    return new Judged(value, List.of(), until, 0, Long.MIN_VALUE);
  }

  static Judged of(boolean truth, long until) {
    return of(new Value.Bool(truth), until);
  }

  static Judged unknown(List<Unknown> unknowns, long until) {
    return new Judged(null, unknowns, until, 0, Long.MIN_VALUE);
  }

  static Judged unknown(String path, UnknownCause cause, String detail, long until) {
    return unknown(List.of(new Unknown(path, cause, detail)), until);
  }

  boolean isKnown() {
    return value != null;
  }

  boolean isTrue() {
    return value instanceof Value.Bool bool && bool.value();
  }

  boolean isFalse() {
    return value instanceof Value.Bool bool && !bool.value();
  }

  Truth truth() {
    return isTrue() ? Truth.TRUE : isFalse() ? Truth.FALSE : Truth.UNKNOWN;
  }

  Judged noLaterThan(long end) {
    return until <= end ? this : new Judged(value, unknowns, end, slope, rest);
  }

  /** The same for someone who does not follow the clock: it stands until it moves. */
  Judged still(long now) {
    return slope == 0 ? this : new Judged(value, unknowns, Math.min(until, now + 1), 0, rest);
  }

  /** Strong Kleene: false if one is, true if all are. */
  static Judged and(List<Judged> operands) {
    return connect(operands, false);
  }

  /** Strong Kleene: true if one is, false if all are. */
  static Judged or(List<Judged> operands) {
    return connect(operands, true);
  }

  Judged not() {
    return isKnown() ? of(isFalse(), until) : this;
  }

  /**
   * A connective that one decisive operand settles stands until the last of the decisive ones can
   * change; otherwise it stands until its first operand can.
   */
  private static Judged connect(List<Judged> operands, boolean decisive) {
    long first = EVER;
    long lastDecisive = Long.MIN_VALUE;
    boolean settled = false;
    boolean known = true;
    for (Judged operand : operands) {
      first = Math.min(first, operand.until);
      known &= operand.isKnown();
      if (decisive ? operand.isTrue() : operand.isFalse()) {
        settled = true;
        lastDecisive = Math.max(lastDecisive, operand.until);
      }
    }
    if (settled) {
      return of(decisive, lastDecisive);
    }
    return known ? of(!decisive, first) : unknown(allUnknowns(operands), first);
  }

  /** The leaves of all operands, each once, in the order written. */
  static List<Unknown> allUnknowns(List<Judged> operands) {
    List<Judged> unknown = operands.stream().filter(each -> !each.unknowns.isEmpty()).toList();
    if (unknown.size() == 1) {
      return unknown.get(0).unknowns;
    }
    Set<Unknown> all = new LinkedHashSet<>();
    unknown.forEach(operand -> all.addAll(operand.unknowns));
    return List.copyOf(all);
  }
}
