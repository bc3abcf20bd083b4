package dev.zt.bench.runtime;

import java.util.Arrays;

/** Times that were taken one by one, in nanoseconds. Not thread-safe. */
final class Sample {
  private long[] nanos = new long[1 << 16];
  private int size;

  void add(long taken) {
    if (size == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * size);
    }
    nanos[size++] = taken;
  }

  int size() {
    return size;
  }

  /**
   * The time that so many of them do not exceed.
   *
   * @param share from 0 to 1
   */
  double quantile(double share) {
    long[] sorted = Arrays.copyOf(nanos, size);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(size - 1L, Math.round(share * size))];
  }

  double mean() {
    return Arrays.stream(nanos, 0, size).average().orElse(Double.NaN);
  }

  double median() {
    return quantile(0.5);
  }
}
