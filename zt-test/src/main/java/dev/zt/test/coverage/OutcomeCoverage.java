package dev.zt.test.coverage;

import java.util.List;
import java.util.Objects;

/**
 * One of the things that a rule can come to, such as a requirement that is met.
 *
 * @param name what it comes to, such as {@code is met}
 * @param cases the cases in which it did
 */
public record OutcomeCoverage(String name, List<TestedCase> cases) {
  public OutcomeCoverage {
    Objects.requireNonNull(name, "name");
    cases = List.copyOf(cases);
  }

  /** Whether there is such a case. */
  public boolean isCovered() {
    return !cases.isEmpty();
  }
}
