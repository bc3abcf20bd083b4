package dev.zt.test.junit;

import dev.zt.dsl.suite.PolicyTest;
import dev.zt.test.Judge;
import dev.zt.test.PreparedCase;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.UniqueId;

/** A {@code test} block. */
final class TestNode extends Node {
  /** The type of its segment in an id. */
  static final String TYPE = "test";

  private final List<CaseNode> cases;

  TestNode(UniqueId id, PolicyTest test, List<PreparedCase> prepared, Judge judge) {
    super(id, test.name(), Origin.of(test.span()));
    Ids ids = new Ids(id, CaseNode.TYPE);
    List<CaseNode> nodes = new ArrayList<>();
    for (PreparedCase each : prepared) {
      nodes.add(new CaseNode(ids.next(each.testCase().title()), each, judge));
    }
    this.cases = List.copyOf(nodes);
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }

  @Override
  List<CaseNode> offered() {
    return cases;
  }
}
