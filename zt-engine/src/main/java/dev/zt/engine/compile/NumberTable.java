package dev.zt.engine.compile;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** By number what belongs to it, without objects for keys. Immutable. */
final class NumberTable {
  private final int[] numbers;
  private final @Nullable Posting[] postings;

  /**
   * A table.
   *
   * @param entries by number from 0
   */
  NumberTable(Map<Integer, Posting> entries) {
    int size = Integer.highestOneBit(Math.max(1, entries.size())) * 4;
    numbers = new int[size];
    postings = new @Nullable Posting[size];
    entries.forEach(
        (number, posting) -> {
          int at = place(number);
          while (postings[at] != null) {
            at = (at + 1) & (size - 1);
          }
          numbers[at] = number;
          postings[at] = posting;
        });
  }

  private int place(int number) {
    // The fractional part of the golden ratio spreads neighbours.
    return (number * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(numbers.length - 1);
  }

  /** What belongs to a number, or null. */
  @Nullable Posting get(int number) {
    int at = place(number);
    while (true) {
      Posting posting = postings[at];
      if (posting == null || numbers[at] == number) {
        return posting;
      }
      at = (at + 1) & (numbers.length - 1);
    }
  }
}
