package dev.zt.dsl.suite;

import dev.zt.policy.SourceSpan;
import java.util.List;
import java.util.Objects;

/**
 * One {@code test} block.
 *
 * @param module the module it belongs to
 * @param name its title, as written
 * @param span from the word {@code test} to the end of its first line
 * @param cases row by row, and within a row as written; empty for a test that expects nothing
 */
public record PolicyTest(String module, String name, SourceSpan span, List<TestCase> cases) {
  public PolicyTest {
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(span, "span");
    cases = List.copyOf(cases);
  }
}
