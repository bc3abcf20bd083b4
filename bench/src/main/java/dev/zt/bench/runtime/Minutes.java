package dev.zt.bench.runtime;

import java.util.Arrays;

/** How often something happened in each of the last fifteen minutes. */
final class Minutes {
  private static final int WINDOW = 15;
  private static final long MINUTE = 60_000;

  private final int[] counts = new int[WINDOW];
  private long latest;

  synchronized void add(long at) {
    long minute = at / MINUTE;
    if (minute - latest >= WINDOW) {
      Arrays.fill(counts, 0);
      latest = minute;
    }
    while (latest < minute) {
      latest++;
      counts[(int) (latest % WINDOW)] = 0;
    }
    counts[(int) (minute % WINDOW)]++;
  }
}
