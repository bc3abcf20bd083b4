package dev.zt.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What came of a run.
 *
 * @param cases case by case, in the order of the suite
 */
public record TestReport(List<CaseReport> cases) {
  public TestReport {
    cases = List.copyOf(cases);
  }

  static TestReport of(Judge judge, List<PreparedCase> cases) {
    return of(judge, cases, report -> {});
  }

  /**
   * Judges cases in order, and says of each that fails why.
   *
   * @param progress hears of each case as soon as it was judged
   */
  public static TestReport of(
      Judge judge, List<PreparedCase> cases, Consumer<CaseReport> progress) {
    Failures failures = new Failures(judge);
    List<CaseReport> reports = new ArrayList<>();
    for (PreparedCase each : cases) {
      long start = System.nanoTime();
      CaseResult result = judge.judge(each);
      Failure failure =
          result instanceof CaseResult.Failed failed ? failures.explain(failed) : null;
      CaseReport report =
          new CaseReport(result, failure, Duration.ofNanos(System.nanoTime() - start));
      reports.add(report);
      progress.accept(report);
    }
    return new TestReport(reports);
  }

  /** How many cases passed. */
  public long passed() {
    return count(CaseResult.Passed.class);
  }

  /** How many cases failed. */
  public long failed() {
    return count(CaseResult.Failed.class);
  }

  /** How many cases cannot be run. */
  public long notRunnable() {
    return count(CaseResult.NotRunnable.class);
  }

  /** How long all cases took together. */
  public Duration took() {
    return cases.stream().map(CaseReport::took).reduce(Duration.ZERO, Duration::plus);
  }

  private long count(Class<? extends CaseResult> kind) {
    return cases.stream().map(CaseReport::result).filter(kind::isInstance).count();
  }
}
