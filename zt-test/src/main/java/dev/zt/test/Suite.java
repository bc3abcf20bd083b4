package dev.zt.test;

import dev.zt.dsl.suite.PolicyTest;
import dev.zt.dsl.suite.TestCase;
import dev.zt.dsl.suite.TestSuite;
import dev.zt.engine.facts.Intake;
import dev.zt.engine.facts.Layout;
import dev.zt.policy.PolicySet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The prepared cases of a policy set, in order of file and place. Immutable and thread-safe. */
public final class Suite {
  private final PolicySet policies;
  private final List<PreparedCase> cases;

  private Suite(PolicySet policies, List<PreparedCase> cases) {
    this.policies = policies;
    this.cases = List.copyOf(cases);
  }

  /** The cases of these tests, ready to ask. */
  public static Suite prepare(PolicySet policies, TestSuite tests) {
    Layout layout = Layout.of(policies.schema(), new Intake());
    Requests requests = new Requests(policies.schema());
    List<PreparedCase> cases = new ArrayList<>();
    for (PolicyTest test : tests.tests()) {
      for (TestCase each : test.cases()) {
        Instant now = each.asked().now();
        cases.add(
            new PreparedCase(
                test, each, requests.of(each.asked()), now == null ? Instant.EPOCH : now, layout));
      }
    }
    return new Suite(policies, cases);
  }

  /** The policies that the tests belong to. */
  public PolicySet policies() {
    return policies;
  }

  /** The cases. */
  public List<PreparedCase> cases() {
    return cases;
  }

  /** The suite of those cases alone that are wanted. */
  public Suite filter(Predicate<PreparedCase> wanted) {
    return new Suite(policies, cases.stream().filter(wanted).toList());
  }

  /**
   * The suite of those cases alone whose name, which is the module, the test's title and the
   * sentence, holds a text, upper and lower case alike.
   */
  public Suite named(String text) {
    return filter(NameFilter.of(text));
  }

  /** Judges all cases, and says of each that fails why. */
  public TestReport run() {
    return TestReport.of(Judge.of(policies), cases);
  }
}
