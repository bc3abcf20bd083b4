package dev.zt.cli;

import dev.zt.test.coverage.CoverageReport;
import dev.zt.test.coverage.Ratio;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The shares that must be reached, in percent. */
final class Gates {
  @Option(
      names = "--min-rule",
      paramLabel = "PERCENT",
      description = "The share of rules that must have decided in some case.")
  private @Nullable Double minRule;

  @Option(
      names = "--min-condition",
      paramLabel = "PERCENT",
      description = "The share of conditions that must have decided alone, both ways.")
  private @Nullable Double minCondition;

  /**
   * Refuses what is no percentage.
   *
   * @throws Unusable with the option in its message
   */
  void check() {
    check("--min-rule", minRule);
    check("--min-condition", minCondition);
  }

  private static void check(String option, @Nullable Double percent) {
    if (percent != null && !(percent >= 0 && percent <= 100)) {
      throw new Unusable("`" + option + "` is a percentage from 0 to 100");
    }
  }

  /** Whether any of them looks at coverage. */
  boolean needCoverage() {
    return minRule != null || minCondition != null;
  }

  /** The gates that coverage misses, each in one line. */
  List<String> missedBy(CoverageReport coverage) {
    List<String> missed = new ArrayList<>();
    add(missed, "rule", minRule, coverage.ruleRatio());
    add(missed, "condition", minCondition, coverage.conditionRatio());
    return missed;
  }

  private static void add(List<String> missed, String what, @Nullable Double least, Ratio ratio) {
    if (least != null && !ratio.isAtLeast(least)) {
      missed.add(what + " coverage is " + ratio + ", and must be at least " + least + " %");
    }
  }
}
