package dev.zt.engine.compile;

import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The sorted ends of intervals, in which values have places: {@code 2i + 1} is the end {@code i},
 * {@code 2i} the gap before it. Immutable.
 */
final class Ends {
  private final Value[] ends;

  /** The ends as numbers that are in the same order, if there are such numbers. */
  private final @Nullable SortedNumbers numbers;

  /**
   * The ends.
   *
   * @param ends sorted, each once, of one type
   */
  Ends(Value[] ends) {
    this.ends = ends;
    this.numbers = numbers(ends);
  }

  private static @Nullable SortedNumbers numbers(Value[] ends) {
    long[] numbers = new long[ends.length];
    for (int at = 0; at < ends.length; at++) {
      if (!isNumber(ends[at])) {
        return null;
      }
      numbers[at] = number(ends[at]);
    }
    return ends.length == 0 ? null : new SortedNumbers(numbers);
  }

  /** Whether there is a number that is ordered as the value is. */
  static boolean isNumber(Value value) {
    return value instanceof Value.Int
        || value instanceof Value.Decimal
        || value instanceof Value.Duration
        || value instanceof Value.Time;
  }

  /** That number of a value that has one. */
  static long number(Value value) {
    if (value instanceof Value.Int whole) {
      return whole.value();
    }
    if (value instanceof Value.Decimal decimal) {
      return decimal.units();
    }
    return value instanceof Value.Duration duration
        ? duration.millis()
        : ((Value.Time) value).epochMillis();
  }

  /** How many places there are. */
  int places() {
    return 2 * ends.length + 1;
  }

  /** The place of a value of their type. */
  int place(Value value) {
    return numbers == null ? placeOf(value) : numbers.place(number(value));
  }

  @SuppressWarnings("unchecked") // the checker lets only values of one comparable type be ordered
  private int placeOf(Value value) {
    Comparable<Value> sought = (Comparable<Value>) value;
    int low = 0;
    int high = ends.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order = sought.compareTo(ends[middle]);
      if (order == 0) {
        return 2 * middle + 1;
      }
      if (order < 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return 2 * low;
  }
}
