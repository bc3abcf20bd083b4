package dev.zt.bench.reload;

import dev.zt.Request;
import dev.zt.bench.contender.ZtPolicies;
import dev.zt.bench.workload.Workload;
import dev.zt.bench.workload.Workloads;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.policy.PolicySet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reloads policies from text, time and again, while another thread checks. Says how long a reload
 * takes, and the longest time between two checks in each: when reloading, and when the reloading
 * thread computes something else for as long, which tells what the machine alone does.
 */
public final class Reloading {
  private static final int WARM_UP = 20;

  /** So many rules are reloaded all in all. */
  private static final int RULES = 300_000;

  private static final int MOST_RELOADS = 100;

  private Reloading() {}

  /** Measures a workload of a size. */
  public static void main(String[] arguments) throws InterruptedException {
    int size = Integer.parseInt(arguments[1]);
    int reloads = Math.min(MOST_RELOADS, RULES / size);
    Workload workload = Workloads.of(arguments[0], size);
    Map<String, String> text = ZtPolicies.text(workload);
    PolicySet policies = PolicyCompiler.compile(text).orThrow();
    try (Engine engine = Engine.builder(policies).build()) {
      List<Request> requests = ZtPolicies.requests(workload);
      Checking checking = new Checking(engine, requests);
      checking.start();
      for (int i = 0; i < WARM_UP; i++) {
        engine.reload(PolicyCompiler.compile(text).orThrow());
      }
      double[] took = new double[reloads];
      double[] gaps = new double[reloads];
      double[] others = new double[reloads];
      for (int i = 0; i < reloads; i++) {
        checking.forget();
        long begin = System.nanoTime();
        engine.reload(PolicyCompiler.compile(text).orThrow());
        long nanos = System.nanoTime() - begin;
        gaps[i] = checking.longest() / 1e6;
        took[i] = nanos / 1e6;
        checking.forget();
        compute(nanos);
        others[i] = checking.longest() / 1e6;
      }
      checking.end();
      System.out.printf(
          Locale.ROOT,
          "%.2f %.3f %.3f %.3f %.3f%n",
          middle(took),
          middle(gaps),
          most(gaps),
          middle(others),
          most(others));
    }
  }

  private static void compute(long nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static double middle(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static double most(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }
}
