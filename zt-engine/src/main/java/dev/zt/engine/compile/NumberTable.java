package dev.zt.engine.compile;

import java.util.Arrays;
import java.util.Map;

/**
 * By number what an index has for it, as {@link Posting#code} says: one array, so that a number
 * that is looked up touches one line of memory. Immutable.
 */
final class NumberTable {
  private static final long EMPTY = -1;

  /** The number in the upper half, the code in the lower. */
  private final long[] entries;

  /**
   * A table.
   *
   * @param codes by number from 0
   */
  NumberTable(Map<Integer, Integer> codes) {
    entries = new long[Integer.highestOneBit(Math.max(1, codes.size())) * 4];
    Arrays.fill(entries, EMPTY);
    codes.forEach(
        (number, code) -> {
          int at = place(number);
          while (entries[at] != EMPTY) {
            at = (at + 1) & (entries.length - 1);
          }
          entries[at] = (long) number << Integer.SIZE | Integer.toUnsignedLong(code);
        });
  }

  private int place(int number) {
    // The fractional part of the golden ratio spreads neighbours.
    return (number * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(entries.length - 1);
  }

  /** The code of what there is for a number. */
  int get(int number) {
    int at = place(number);
    while (true) {
      long entry = entries[at];
      if (entry == EMPTY) {
        return Block.NONE;
      }
      if ((int) (entry >>> Integer.SIZE) == number) {
        return (int) entry;
      }
      at = (at + 1) & (entries.length - 1);
    }
  }
}
