package dev.zt.engine.compile;

import static dev.zt.engine.compile.Frame.FALSE;
import static dev.zt.engine.compile.Frame.TRUE;
import static dev.zt.engine.compile.Frame.UNKNOWN;

import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons with something that runs with the clock. Each answers a truth and leaves in the frame
 * until when it stands, not later than {@code until}: until when its operands are what they are.
 */
final class Running {
  private Running() {}

  /** {@code age of time op limit}: a time ahead of now is forgiven within the clock skew. */
  static int age(
      @Nullable Reading time, @Nullable Reading limit, int signs, long until, Frame frame) {
    if (!(time instanceof Value.Time given)) {
      return unknown(until, frame);
    }
    long now = frame.now;
    long at = given.epochMillis();
    long ahead = at - now;
    if (ahead > Slots.SKEW) {
      return unknown(Math.min(until, at - Slots.SKEW), frame);
    }
    if (ahead > 0) {
      return limit instanceof Value.Duration most
          ? compare(0, most.millis(), 1, at, signs, until, frame)
          : unknown(until, frame);
    }
    return since(given, limit, signs, until, frame);
  }

  /** {@code now - time op limit}. */
  static int since(
      @Nullable Reading time, @Nullable Reading limit, int signs, long until, Frame frame) {
    if (!(time instanceof Value.Time given)) {
      return unknown(until, frame);
    }
    long now = frame.now;
    long at = given.epochMillis();
    long age = now - at;
    if (((now ^ at) & (now ^ age)) < 0) {
      return unknown(Math.min(until, now + 1), frame);
    }
    return limit instanceof Value.Duration most
        ? compare(age, most.millis(), 1, now, signs, until, frame)
        : unknown(until, frame);
  }

  /** {@code time - now op limit}. */
  static int before(
      @Nullable Reading time, @Nullable Reading limit, int signs, long until, Frame frame) {
    if (!(time instanceof Value.Time given)) {
      return unknown(until, frame);
    }
    long now = frame.now;
    long at = given.epochMillis();
    long left = at - now;
    if (((at ^ now) & (at ^ left)) < 0) {
      return unknown(Math.min(until, now + 1), frame);
    }
    return limit instanceof Value.Duration most
        ? compare(left, most.millis(), -1, now, signs, until, frame)
        : unknown(until, frame);
  }

  /** {@code now op time}. */
  static int clock(@Nullable Reading time, int signs, long until, Frame frame) {
    return time instanceof Value.Time given
        ? compare(frame.now, given.epochMillis(), 1, frame.now, signs, until, frame)
        : unknown(until, frame);
  }

  /** {@code now} in a schedule. */
  static int within(Hours hours, Frame frame) {
    Hours.Stretch stretch = hours.at(frame.now);
    frame.until = stretch.end();
    return stretch.inside() ? TRUE : FALSE;
  }

  private static int unknown(long until, Frame frame) {
    frame.until = until;
    return UNKNOWN;
  }

  /**
   * {@code a op b}, where {@code a - b} grows by {@code slope}, 1 or -1, in each millisecond from
   * an instant on that is not before now.
   */
  private static int compare(
      long a, long b, int slope, long from, int signs, long until, Frame frame) {
    boolean holds = Tests.holds(signs, a, b);
    frame.until = Math.min(until, flip(a, b, slope, from, signs, holds, frame.now));
    return holds ? TRUE : FALSE;
  }

  /** The first instant at which the comparison is no longer what it is. */
  static long flip(long a, long b, int slope, long from, int signs, boolean holds, long now) {
    long steps = slope > 0 ? b - a : a - b;
    boolean overflows = slope > 0 ? ((b ^ a) & (b ^ steps)) < 0 : ((a ^ b) & (a ^ steps)) < 0;
    if (overflows || (slope < 0 && steps == Long.MIN_VALUE)) {
      return now + 1;
    }
    if (steps < 0) {
      return Slots.EVER;
    }
    boolean whenEqual = (signs & 2) != 0;
    boolean afterwards = (signs & (slope > 0 ? 4 : 1)) != 0;
    long step =
        steps > 0 && whenEqual != holds
            ? steps
            : afterwards != holds && steps < Long.MAX_VALUE ? steps + 1 : -1;
    if (step < 0) {
      return Slots.EVER;
    }
    long end = from + step;
    return end < from ? now + 1 : end;
  }
}
