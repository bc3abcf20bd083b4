package dev.zt.cli.report;

import dev.zt.test.TestReport;
import dev.zt.test.coverage.CoverageReport;
import dev.zt.test.mutation.MutationReport;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that came of a run.
 *
 * @param tests case by case
 * @param coverage what the cases cover, or null when it was not measured
 * @param mutation which mutants they notice, or null when none were made
 * @param sources the texts of the policy files by name
 * @param at when the tests were run
 */
public record Results(
    TestReport tests,
    @Nullable CoverageReport coverage,
    @Nullable MutationReport mutation,
    Map<String, String> sources,
    Instant at) {
  public Results {
    sources = Map.copyOf(sources);
  }

  /** What the cases cover, where it was measured. */
  CoverageReport measured() {
    return Objects.requireNonNull(coverage, "coverage was not measured");
  }
}
