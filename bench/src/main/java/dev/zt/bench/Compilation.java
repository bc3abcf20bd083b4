package dev.zt.bench;

import dev.zt.bench.contender.ZtPolicies;
import dev.zt.bench.workload.Workload;
import dev.zt.bench.workload.Workloads;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.policy.PolicySet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What it costs to make an engine of policy text, in a warm JVM.
 *
 * @param checkMillis from text to a typed policy set
 * @param buildMillis from that to an engine
 * @param heapBytes what both keep in memory
 */
public record Compilation(
    String workload, int rules, double checkMillis, double buildMillis, long heapBytes) {
  private static final int REPEATS = 5;
  private static final List<String> WORKLOADS = List.of("grants", "guarded", "limits");

  /** Measures all sizes up to a limit, small ones first, which warms the JVM up. */
  static void run(int limit, Consumer<Compilation> results) throws InterruptedException {
    for (int size : List.of(100, 100, 100, 1000, 1000, 1000)) {
      for (String workload : WORKLOADS) {
        measure(workload, size);
      }
    }
    for (String workload : WORKLOADS) {
      for (int size : List.of(10, 100, 1000, 10_000, 100_000)) {
        if (size <= limit && (size <= 10_000 || workload.equals("grants"))) {
          results.accept(measure(workload, size));
        }
      }
    }
  }

  private static Compilation measure(String name, int size) throws InterruptedException {
    Workload workload = Workloads.of(name, size);
    Map<String, String> text = ZtPolicies.text(workload);
    double[] checks = new double[REPEATS];
    double[] builds = new double[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      long start = System.nanoTime();
      PolicySet policies = PolicyCompiler.compile(text).orThrow();
      long checked = System.nanoTime();
      Engine engine = Engine.builder(policies).build();
      long built = System.nanoTime();
      engine.close();
      checks[i] = millis(checked - start);
      builds[i] = millis(built - checked);
    }
    long before = usedHeap();
    Engine kept = Engine.builder(PolicyCompiler.compile(text).orThrow()).build();
    long heap = usedHeap() - before;
    kept.close();
    Arrays.sort(checks);
    Arrays.sort(builds);
    return new Compilation(
        name, workload.rules().size(), checks[REPEATS / 2], builds[REPEATS / 2], heap);
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }

  private static long usedHeap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
