package dev.zt.test.junit;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;

/** What keeps tests from being run at all, as a test that fails: it must be counted. */
final class ProblemNode extends Leaf {
  /** The type of its segment in an id. */
  static final String TYPE = "problem";

  private final String message;

  /**
   * A problem.
   *
   * @param demand what should be so, such as {@code the policies compile}
   * @param message why it is not
   */
  ProblemNode(UniqueId id, String demand, @Nullable TestSource source, String message) {
    super(id, demand, source);
    this.message = message;
  }

  @Override
  TestExecutionResult run() {
    return TestExecutionResult.failed(Origin.nowhere(new AssertionError(message)));
  }
}
