package dev.zt.bench.model;

import java.util.Arrays;

/** A version of up to three parts. */
public record Release(String text) {
  /** The version as a number in the same order, for engines that have no versions. */
  public long number() {
    int[] parts = Arrays.stream(text.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    long number = 0;
    for (int part : Arrays.copyOf(parts, 3)) {
      number = number * 1_000_000 + part;
    }
    return number;
  }
}
