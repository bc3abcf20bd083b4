package dev.zt.cli.report;

import dev.zt.cli.terminal.Palette;
import dev.zt.test.CaseReport;
import dev.zt.test.CaseResult;
import dev.zt.test.TestReport;

/** A test report for a person: what went wrong, and how many of each. */
public final class TestText {
  private final Palette palette;

  /** Painted by a palette. */
  public TestText(Palette palette) {
    this.palette = palette;
  }

  /** The whole report. */
  public String of(TestReport report) {
    StringBuilder out = new StringBuilder();
    for (CaseReport each : report.cases()) {
      if (each.failure() != null) {
        out.append(failed(each.failure().text())).append('\n');
      } else if (each.result() instanceof CaseResult.NotRunnable notRunnable) {
        out.append(notRunnable(notRunnable)).append('\n');
      }
    }
    return out.append(summary(report)).append('\n').toString();
  }

  private String failed(String text) {
    int end = text.indexOf('\n');
    return palette.bad("FAILED ") + palette.strong(text.substring(0, end)) + text.substring(end);
  }

  private String notRunnable(CaseResult.NotRunnable result) {
    return palette.warning("NOT RUN ")
        + palette.strong(
            result.prepared().testCase().span().position() + ": " + result.prepared().name())
        + "\n  "
        + result.reason()
        + "\n";
  }

  private String summary(TestReport report) {
    return palette.good(report.passed() + " passed")
        + ", "
        + counted(report.failed(), "failed", true)
        + (report.notRunnable() == 0 ? "" : ", " + counted(report.notRunnable(), "not run", false));
  }

  private String counted(long number, String what, boolean wrong) {
    String text = number + " " + what;
    return number == 0 ? text : wrong ? palette.bad(text) : palette.warning(text);
  }
}
