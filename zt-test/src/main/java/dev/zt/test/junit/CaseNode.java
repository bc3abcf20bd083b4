package dev.zt.test.junit;

import dev.zt.test.CaseReport;
import dev.zt.test.CaseResult;
import dev.zt.test.Failure;
import dev.zt.test.Judge;
import dev.zt.test.PreparedCase;
import dev.zt.test.TestReport;
import java.util.List;
import java.util.Objects;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** A case of a {@code test} block. */
final class CaseNode extends Leaf {
  /** The type of its segment in an id. */
  static final String TYPE = "case";

  private final PreparedCase prepared;
  private final Judge judge;

  CaseNode(UniqueId id, PreparedCase prepared, Judge judge) {
    super(id, prepared.testCase().title(), Origin.of(prepared.testCase().span()));
    this.prepared = prepared;
    this.judge = judge;
  }

  /** The whole name: builds list sentences of several tests side by side. */
  @Override
  public String getLegacyReportingName() {
    return prepared.name();
  }

  @Override
  TestExecutionResult run() {
    CaseResult result = judge.judge(prepared);
    if (result instanceof CaseResult.Passed) {
      return TestExecutionResult.successful();
    }
    return result instanceof CaseResult.NotRunnable not
        ? TestExecutionResult.aborted(placed(new TestAbortedException(not.reason())))
        : TestExecutionResult.failed(placed(failure((CaseResult.Failed) result)));
  }

  private AssertionFailedError failure(CaseResult.Failed failed) {
    CaseReport report = TestReport.of(judge, List.of(prepared), each -> {}).cases().get(0);
    Failure failure = Objects.requireNonNull(report.failure(), "failure");
    return new AssertionFailedError(
        failure.text(), prepared.expected().toString(), failed.decision().toString());
  }

  private <T extends Throwable> T placed(T failure) {
    return Origin.at(
        prepared.testCase().span(), prepared.test().module(), prepared.test().name(), failure);
  }
}
