package dev.zt.dsl;

import dev.zt.dsl.diagnostic.Severity;
import dev.zt.dsl.suite.TestSuite;
import dev.zt.policy.PolicySet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of compiling a policy set. Immutable and thread-safe.
 *
 * <p>Warnings are looked for when they are first asked for: a service that starts asks for none.
 */
public final class Compilation {
  private final SortedMap<String, String> sources;
  private final Optional<PolicySet> policies;
  private final TestSuite tests;

  /** What finds what is wrong; null once it is found. */
  private @Nullable Supplier<List<dev.zt.dsl.diagnostic.Diagnostic>> search;

  private List<dev.zt.dsl.diagnostic.Diagnostic> found = List.of();

  Compilation(
      Map<String, String> sources,
      Optional<PolicySet> policies,
      TestSuite tests,
      Supplier<List<dev.zt.dsl.diagnostic.Diagnostic>> search) {
    this.sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    this.policies = policies;
    this.tests = tests;
    this.search = search;
  }

  private synchronized List<dev.zt.dsl.diagnostic.Diagnostic> found() {
    if (search != null) {
      found = search.get();
      search = null;
    }
    return found;
  }

  /**
   * The text of each file that was compiled, files with the rows of tests among them, by its name,
   * without a byte order mark. Compiled anew, they make the same set.
   */
  public SortedMap<String, String> sources() {
    return sources;
  }

  /** The policy set; nothing when there are errors. */
  public Optional<PolicySet> policies() {
    return policies;
  }

  /** The tests that the files hold; none when there are errors. */
  public TestSuite tests() {
    return tests;
  }

  /** Everything that is wrong, errors and warnings, by file and place. */
  public List<Diagnostic> diagnostics() {
    return found().stream().map(Diagnostic::of).toList();
  }

  /** The errors, by file and place. */
  public List<Diagnostic> errors() {
    return diagnostics().stream().filter(Diagnostic::isError).toList();
  }

  /** The warnings, by file and place. */
  public List<Diagnostic> warnings() {
    return diagnostics().stream().filter(each -> !each.isError()).toList();
  }

  /**
   * The policy set.
   *
   * @throws PolicyException when there are errors; its message shows all of them
   */
  public PolicySet orThrow() {
    if (policies.isEmpty()) {
      throw new PolicyException(errorReport(), errors());
    }
    return policies.get();
  }

  /**
   * Everything that is wrong as text: the place, what it is, the line, and what to change in it.
   */
  public String report() {
    return found().stream().map(Excerpt::of).collect(Collectors.joining("\n"));
  }

  private String errorReport() {
    return found().stream()
        .filter(each -> each.severity() == Severity.ERROR)
        .map(Excerpt::of)
        .collect(Collectors.joining("\n"));
  }

  @Override
  public String toString() {
    return policies.isPresent() ? "compiled" : errors().size() + " errors";
  }
}
