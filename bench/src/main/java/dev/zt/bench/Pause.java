package dev.zt.bench;

import dev.zt.bench.reload.Reloading;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a thread that checks notices of a reload, in a JVM of its own.
 *
 * @param collector the JVM's garbage collector
 * @param reloadMillis what a reload from text takes on another thread
 * @param gapMillis the longest time between two checks, in the middle of all reloads
 * @param longestGapMillis that in the worst of all reloads
 * @param otherGapMillis as {@code gapMillis}, while the other thread computes something else
 * @param longestOtherGapMillis as {@code longestGapMillis}, likewise
 */
public record Pause(
    String workload,
    int rules,
    String collector,
    double reloadMillis,
    double gapMillis,
    double longestGapMillis,
    double otherGapMillis,
    double longestOtherGapMillis) {
  /** Measures workloads of that size. */
  static void run(int size, Consumer<Pause> results) throws IOException, InterruptedException {
    for (String workload : List.of("grants", "limits")) {
      for (String collector : List.of("G1", "Z")) {
        results.accept(measure(workload, size, collector));
      }
    }
  }

  private static Pause measure(String workload, int size, String collector)
      throws IOException, InterruptedException {
    String said =
        Jvm.said(
            List.of("-XX:+Use" + collector + "GC"),
            Reloading.class,
            workload,
            Integer.toString(size));
    double[] told =
        Arrays.stream(said.strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
    return new Pause(workload, size, collector, told[0], told[1], told[2], told[3], told[4]);
  }
}
