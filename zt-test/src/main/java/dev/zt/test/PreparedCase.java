package dev.zt.test;

import dev.zt.Request;
import dev.zt.dsl.suite.Expectation;
import dev.zt.dsl.suite.PolicyTest;
import dev.zt.dsl.suite.TestCase;
import dev.zt.engine.facts.Layout;
import java.time.Instant;
import java.util.Objects;

/**
 * A case of a test, ready to ask: its request is made once and judged as often as one likes.
 *
 * <p>Immutable and thread-safe. Equality is identity.
 */
public final class PreparedCase {
  private final PolicyTest test;
  private final TestCase testCase;
  private final Request request;
  private final Instant now;
  private final Layout layout;

  PreparedCase(PolicyTest test, TestCase testCase, Request request, Instant now, Layout layout) {
    this.test = Objects.requireNonNull(test, "test");
    this.testCase = Objects.requireNonNull(testCase, "testCase");
    this.request = Objects.requireNonNull(request, "request");
    this.now = Objects.requireNonNull(now, "now");
    this.layout = Objects.requireNonNull(layout, "layout");
  }

  /** The test that it belongs to. */
  public PolicyTest test() {
    return test;
  }

  /** The case as written. */
  public TestCase testCase() {
    return testCase;
  }

  /** What is asked. */
  public Request request() {
    return request;
  }

  /**
   * The instant at which it is asked; the epoch when the test gives none, since nothing reads it.
   */
  public Instant now() {
    return now;
  }

  /** What the answer must be. */
  public Expectation expected() {
    return testCase.expected();
  }

  /** Where the places are that its request is read into. */
  Layout layout() {
    return layout;
  }

  /** The module, the test's title and the case's: {@code acme.payroll › countries › read => …}. */
  public String name() {
    return test.module() + " › " + test.name() + " › " + testCase.title();
  }

  @Override
  public String toString() {
    return name();
  }
}
