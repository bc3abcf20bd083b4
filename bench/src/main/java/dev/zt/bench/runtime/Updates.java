package dev.zt.bench.runtime;

import java.util.Locale;
import java.util.function.Consumer;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What it costs to add to a behavior. */
public final class Updates {
  private static final String PART = "behavior";

  /** So many keys and what belongs to them do not wait for memory. */
  private static final int FIT_INTO_CACHES = 1_000;

  private Updates() {}

  /**
   * Measures.
   *
   * @throws RunnerException if the harness itself fails
   */
  public static void run(boolean quick, Consumer<Figure> figures) throws RunnerException {
    measure(1_000, 1_000, quick, figures);
    measure(1_000_000, 1_000, quick, figures);
    measure(1_000_000, 1_000_000, quick, figures);
  }

  private static void measure(int keys, int used, boolean quick, Consumer<Figure> figures)
      throws RunnerException {
    for (RunResult run :
        new Runner(
                new OptionsBuilder()
                    .include(UpdateBenchmark.class.getName())
                    .param("keys", Integer.toString(keys))
                    .param("used", Integer.toString(used))
                    .forks(quick ? 1 : 3)
                    .warmupIterations(5)
                    .warmupTime(TimeValue.seconds(2))
                    .measurementIterations(quick ? 3 : 5)
                    .measurementTime(TimeValue.seconds(1))
                    .addProfiler(GCProfiler.class)
                    .jvmArgs(
                        "-Xms4g",
                        "-Xmx4g",
                        "-XX:+AlwaysPreTouch",
                        "-XX:+UseTransparentHugePages",
                        "-Dslf4j.internal.verbosity=ERROR")
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run()) {
      String what =
          switch (run.getPrimaryResult().getLabel()) {
            case "observe" -> "an event that counts";
            case "observeByHand" -> "the same event, counted by hand";
            case "check" -> "a check that reads a count and adds to it";
            default -> "the same check without behavior";
          };
      boolean update = run.getPrimaryResult().getLabel().equals("observe");
      String of =
          String.format(Locale.ROOT, "%s, %,d keys of which %,d are in use", what, keys, used);
      String aim = update && used <= FIT_INTO_CACHES ? "under 150" : "";
      figures.accept(new Figure(PART, of, run.getPrimaryResult().getScore(), "ns", aim));
      Result<?> allocated = run.getSecondaryResults().get("gc.alloc.rate.norm");
      if (allocated != null) {
        figures.accept(new Figure(PART, of + ", allocated", allocated.getScore(), "B", ""));
      }
    }
  }
}
