package dev.zt.cli;

import dev.zt.cli.report.Results;
import dev.zt.test.coverage.CoverageReport;
import dev.zt.test.coverage.Ratio;
import dev.zt.test.mutation.MutationReport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The shares that must be reached, in percent. */
final class Gates {
  @Option(
      names = "--min-rule",
      paramLabel = "PERCENT",
      converter = Percent.class,
      description = "The share of rules that must have decided in some case.")
  private @Nullable Double minRule;

  @Option(
      names = "--min-condition",
      paramLabel = "PERCENT",
      converter = Percent.class,
      description = "The share of conditions that must have decided alone, both ways.")
  private @Nullable Double minCondition;

  @Option(
      names = "--min-mutation",
      paramLabel = "PERCENT",
      converter = Percent.class,
      description = "The share of mutants that a case must notice.")
  private @Nullable Double minMutation;

  /** Whether any of them looks at coverage. */
  boolean needCoverage() {
    return minRule != null || minCondition != null;
  }

  /** Whether one of them looks at mutants. */
  boolean needMutation() {
    return minMutation != null;
  }

  /** The gates that the results of a run miss, each in one line. */
  List<String> missedBy(Results results) {
    List<String> missed = new ArrayList<>();
    if (results.coverage() != null) {
      missed.addAll(missedBy(results.coverage()));
    }
    MutationReport mutation = results.mutation();
    if (mutation != null && minMutation != null && !mutation.reaches(minMutation)) {
      MutationReport.Counts counts = mutation.counts();
      Ratio ratio = new Ratio(counts.killed(), counts.killed() + counts.survived());
      add(missed, "mutation score", minMutation, ratio);
    }
    return missed;
  }

  /** The gates that coverage misses. */
  private List<String> missedBy(CoverageReport coverage) {
    List<String> missed = new ArrayList<>();
    add(missed, "rule coverage", minRule, coverage.ruleRatio());
    add(missed, "condition coverage", minCondition, coverage.conditionRatio());
    return missed;
  }

  private static void add(List<String> missed, String what, @Nullable Double least, Ratio ratio) {
    if (least != null && !ratio.isAtLeast(least)) {
      missed.add(what + " is " + ratio + ", and must be at least " + Percent.text(least) + " %");
    }
  }
}
