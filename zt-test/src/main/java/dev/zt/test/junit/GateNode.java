package dev.zt.test.junit;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;

/** How good the tests must be, as a test. */
final class GateNode extends Leaf {
  /** The type of its segment in an id. */
  static final String TYPE = "gate";

  private final Supplier<@Nullable String> shortfall;

  /**
   * A gate.
   *
   * @param demand what must be so
   * @param shortfall what there is instead, or null when it is so
   */
  GateNode(
      UniqueId id,
      String demand,
      @Nullable TestSource source,
      Supplier<@Nullable String> shortfall) {
    super(id, demand, source);
    this.shortfall = shortfall;
  }

  @Override
  TestExecutionResult run() {
    String message = shortfall.get();
    return message == null
        ? TestExecutionResult.successful()
        : TestExecutionResult.failed(Origin.nowhere(new AssertionError(message)));
  }
}
