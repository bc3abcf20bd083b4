package dev.zt.engine.compile;

/**
 * Sorted numbers among which others are looked up. Their range is cut into stretches of equal
 * width, about as many as there are numbers, so that mostly few are left to search; where they lie
 * crowded the search takes as many steps as the logarithm of their number. Immutable.
 */
final class SortedNumbers {
  private final long[] numbers;
  private final int shift;

  /** By stretch, which is the first number in it or after it. */
  private final int[] starts;

  /**
   * Some numbers.
   *
   * @param numbers one or more, ascending, each once; not to be written to any more
   */
  SortedNumbers(long[] numbers) {
    this.numbers = numbers;
    // As an unsigned number the range fits, however far apart the ends are.
    long range = numbers[numbers.length - 1] - numbers[0];
    int bits = Long.SIZE - Long.numberOfLeadingZeros(range);
    this.shift = Math.max(0, bits - (Integer.SIZE - Integer.numberOfLeadingZeros(numbers.length)));
    this.starts = new int[(int) (range >>> shift) + 2];
    int stretch = 0;
    for (int at = 0; at < numbers.length; at++) {
      for (int of = stretch(numbers[at]); stretch <= of; stretch++) {
        starts[stretch] = at;
      }
    }
    starts[stretch] = numbers.length;
  }

  private int stretch(long number) {
    return (int) ((number - numbers[0]) >>> shift);
  }

  /** Where a number is: {@code 2i + 1} for the number {@code i}, {@code 2i} for the gap before. */
  int place(long number) {
    if (number < numbers[0]) {
      return 0;
    }
    if (number > numbers[numbers.length - 1]) {
      return 2 * numbers.length;
    }
    int stretch = stretch(number);
    int before = starts[stretch];
    for (int left = starts[stretch + 1] - before; left > 0; ) {
      int half = (left + 1) >>> 1;
      before += numbers[before + half - 1] < number ? half : 0;
      left -= half;
    }
    return before < numbers.length && numbers[before] == number ? 2 * before + 1 : 2 * before;
  }
}
