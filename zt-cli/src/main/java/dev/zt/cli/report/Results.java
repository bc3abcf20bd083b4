package dev.zt.cli.report;

import dev.zt.test.TestReport;
import dev.zt.test.coverage.CoverageReport;
import org.jspecify.annotations.Nullable;

/**
 * Everything that came of a run.
 *
 * @param tests case by case
 * @param coverage what the cases cover, or null when it was not measured
 */
public record Results(TestReport tests, @Nullable CoverageReport coverage) {}
