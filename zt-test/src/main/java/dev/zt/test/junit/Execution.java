package dev.zt.test.junit;

import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;

/** Runs what was selected, one after the other, and tells a listener. */
final class Execution {
  private final EngineExecutionListener listener;

  Execution(EngineExecutionListener listener) {
    this.listener = listener;
  }

  void run(TestDescriptor descriptor) {
    listener.executionStarted(descriptor);
    TestExecutionResult result =
        descriptor instanceof Leaf leaf ? result(leaf) : TestExecutionResult.successful();
    descriptor.getChildren().forEach(this::run);
    listener.executionFinished(descriptor, result);
  }

  private static TestExecutionResult result(Leaf leaf) {
    try {
      return leaf.run();
    } catch (RuntimeException unexpected) {
      return TestExecutionResult.failed(unexpected);
    }
  }
}
