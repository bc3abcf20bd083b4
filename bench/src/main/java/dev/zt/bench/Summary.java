package dev.zt.bench;

import java.util.List;

/**
 * All forks of one trial.
 *
 * @param median of the forks' medians, in nanoseconds
 * @param least the fastest fork's median
 * @param most the slowest fork's median
 * @param bytes what one decision allocates
 */
record Summary(
    Trial trial, int threads, int forks, double median, double least, double most, double bytes) {
  static Summary of(List<Measurement> forks) {
    double[] medians = forks.stream().mapToDouble(fork -> median(fork.nanos())).sorted().toArray();
    Measurement first = forks.get(0);
    return new Summary(
        first.trial(),
        first.threads(),
        medians.length,
        middle(medians),
        medians[0],
        medians[medians.length - 1],
        middle(forks.stream().mapToDouble(Measurement::bytes).sorted().toArray()));
  }

  /** The median. */
  static double median(List<Double> values) {
    return middle(values.stream().mapToDouble(Double::doubleValue).sorted().toArray());
  }

  private static double middle(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
