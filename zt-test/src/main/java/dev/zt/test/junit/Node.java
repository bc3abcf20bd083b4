package dev.zt.test.junit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A part of a policy set's tests, which knows what could be below it before that is selected. */
abstract class Node extends AbstractTestDescriptor {
  Node(UniqueId id, String displayName, @Nullable TestSource source) {
    super(id, displayName, source);
  }

  /** Everything that there is below it, selected or not. */
  abstract List<? extends Node> offered();

  /** What is offered under an id. */
  final Optional<Node> offered(UniqueId id) {
    return offered().stream()
        .filter(node -> node.getUniqueId().equals(id))
        .map(Node.class::cast)
        .findFirst();
  }
}
