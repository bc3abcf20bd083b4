package dev.zt.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs a plan: round by round, so that whatever disturbs the machine for a while disturbs all
 * contenders.
 */
final class Decisions {
  private static final int WARM_UPS = 4;

  /** Shorter ones end before the last compilation has. */
  private static final int WARM_UP_MILLIS = 1000;

  private final Plan plan;
  private final Consumer<Measurement> results;

  /** By workload and contender, the smallest size that could not be measured, and why. */
  private final Map<String, Measurement> failed = new HashMap<>();

  Decisions(Plan plan, Consumer<Measurement> results) {
    this.plan = plan;
    this.results = results;
  }

  /**
   * Measures everything.
   *
   * @throws RunnerException if the harness itself fails
   */
  void run() throws RunnerException {
    for (int fork = 1; fork <= plan.forks(); fork++) {
      for (Trial trial : plan.trials()) {
        measure(trial, 1, fork);
      }
      for (Trial trial : Plan.SHARED) {
        if (plan.trials().contains(trial)) {
          measure(trial, 2, fork);
        }
      }
    }
  }

  private void measure(Trial trial, int threads, int fork) throws RunnerException {
    String line = trial.workload() + '/' + trial.contender();
    Measurement before = failed.get(line);
    if (before != null && before.trial().size() <= trial.size()) {
      return;
    }
    Measurement measurement = fork(trial, threads, fork);
    if (measurement.failure() != null) {
      failed.put(line, measurement);
    }
    results.accept(measurement);
  }

  private Measurement fork(Trial trial, int threads, int fork) throws RunnerException {
    Collection<RunResult> run =
        new Runner(
                new OptionsBuilder()
                    .include(DecisionBenchmark.class.getName() + ".decide")
                    .param("workload", trial.workload())
                    .param("size", Integer.toString(trial.size()))
                    .param("contender", trial.contender())
                    .threads(threads)
                    .forks(1)
                    .warmupIterations(WARM_UPS)
                    .warmupTime(TimeValue.milliseconds(Math.max(WARM_UP_MILLIS, plan.millis())))
                    .measurementIterations(plan.iterations())
                    .measurementTime(TimeValue.milliseconds(plan.millis()))
                    .addProfiler(GCProfiler.class)
                    .jvmArgs("-Xms2g", "-Xmx2g", "-Dslf4j.internal.verbosity=ERROR")
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    if (run.isEmpty()) {
      return new Measurement(
          trial,
          threads,
          fork,
          List.of(),
          0,
          "not ready within " + Patience.LIMIT.toSeconds() + " s, or failed");
    }
    List<Double> nanos = new ArrayList<>();
    double bytes = 0;
    for (IterationResult iteration :
        run.iterator().next().getBenchmarkResults().iterator().next().getIterationResults()) {
      nanos.add(iteration.getPrimaryResult().getScore());
      Result<?> allocated = iteration.getSecondaryResults().get("gc.alloc.rate.norm");
      bytes = allocated == null ? bytes : allocated.getScore();
    }
    return new Measurement(trial, threads, fork, nanos, bytes, null);
  }
}
