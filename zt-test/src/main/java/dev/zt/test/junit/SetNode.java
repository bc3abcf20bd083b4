package dev.zt.test.junit;

import dev.zt.dsl.Compilation;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.dsl.suite.PolicyTest;
import dev.zt.dsl.suite.TestSuite;
import dev.zt.policy.PolicySet;
import dev.zt.test.Judge;
import dev.zt.test.PreparedCase;
import dev.zt.test.Suite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;

/** A policy set: what a class or a folder stands for. It is compiled when it is first looked at. */
final class SetNode extends Node {
  private final Place place;
  private final Gates gates;
  private @Nullable List<Node> offered;

  SetNode(UniqueId id, String displayName, TestSource source, Place place, Gates gates) {
    super(id, displayName, source);
    this.place = place;
    this.gates = gates;
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }

  @Override
  List<Node> offered() {
    List<Node> known = offered;
    if (known == null) {
      String missing = place.problem();
      known = missing == null ? tests(place.paths()) : problem("found", missing);
      offered = known;
    }
    return known;
  }

  private List<Node> tests(List<Path> paths) {
    Path[] more = paths.subList(1, paths.size()).toArray(Path[]::new);
    Compilation compilation = PolicyCompiler.compile(paths.get(0), more);
    Optional<PolicySet> policies = compilation.policies();
    if (policies.isEmpty()) {
      return problem("compiled", "the policies do not compile\n" + compilation.report());
    }
    TestSuite tests = compilation.tests();
    if (tests.cases().isEmpty()) {
      return problem("tested", "no test in " + shown(paths) + " expects anything");
    }
    Suite suite = Suite.prepare(policies.get(), tests);
    List<Node> nodes = new ArrayList<>(nodes(tests, suite));
    nodes.addAll(gates.nodes(getUniqueId(), getSource().orElse(null), compilation, suite));
    return nodes;
  }

  /** Prepared cases come in the order of their tests. */
  private List<Node> nodes(TestSuite tests, Suite suite) {
    Judge judge = Judge.of(suite.policies());
    Iterator<PreparedCase> prepared = suite.cases().iterator();
    Ids ids = new Ids(getUniqueId(), TestNode.TYPE);
    List<Node> nodes = new ArrayList<>();
    for (PolicyTest test : tests.tests()) {
      List<PreparedCase> cases = test.cases().stream().map(each -> prepared.next()).toList();
      nodes.add(new TestNode(ids.next(test.module() + " › " + test.name()), test, cases, judge));
    }
    return nodes;
  }

  private List<Node> problem(String what, String message) {
    UniqueId id = getUniqueId().append(ProblemNode.TYPE, what);
    String demand = "the policies are " + what;
    return List.of(new ProblemNode(id, demand, getSource().orElse(null), message));
  }

  private static String shown(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(", "));
  }
}
