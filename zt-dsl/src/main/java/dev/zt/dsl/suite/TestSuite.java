package dev.zt.dsl.suite;

import java.util.List;

/**
 * The tests of a policy set. They are no part of the set itself. Immutable.
 *
 * @param tests by file and place
 */
public record TestSuite(List<PolicyTest> tests) {
  /** The suite without tests. */
  public static final TestSuite EMPTY = new TestSuite(List.of());

  public TestSuite {
    tests = List.copyOf(tests);
  }

  /** The cases of all tests, in order. */
  public List<TestCase> cases() {
    return tests.stream().flatMap(test -> test.cases().stream()).toList();
  }
}
