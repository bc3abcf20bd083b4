package dev.zt.test.junit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;

/** One test, as a platform counts it. */
abstract class Leaf extends Node {
  Leaf(UniqueId id, String displayName, @Nullable TestSource source) {
    super(id, displayName, source);
  }

  /** What comes of it; one that cannot be run is aborted. */
  abstract TestExecutionResult run();

  @Override
  public final Type getType() {
    return Type.TEST;
  }

  @Override
  final List<Node> offered() {
    return List.of();
  }
}
