package dev.zt.test.coverage;

import dev.zt.dsl.Compilation;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.test.CaseReport;
import dev.zt.test.CaseResult;
import dev.zt.test.Suite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Policies whose tests were run, and their coverage.
 *
 * @param text the whole file
 */
record Covered(String text, List<CaseResult> results, CoverageReport report) {
  static final String FILE = "a.zt";

  static Covered of(String text) {
    Compilation compilation = PolicyCompiler.compile(FILE, text);
    List<CaseResult> results =
        Suite.prepare(compilation.orThrow(), compilation.tests()).run().cases().stream()
            .map(CaseReport::result)
            .toList();
    return new Covered(text, results, Coverage.of(compilation.orThrow(), results));
  }

  /** Policies, and one test with these givens and cases. */
  static Covered of(String policies, String givens, String... cases) {
    String test = "test \"t\" {\n" + givens + "\n" + String.join("\n", cases) + "\n}\n";
    return of("module a\n" + policies + "\n" + test);
  }

  RuleCoverage rule(String label) {
    return report.rules().stream()
        .filter(rule -> rule.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  ConditionCoverage condition(String rule, String text) {
    return rule(rule).conditions().stream()
        .filter(condition -> condition.text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  List<String> missing() {
    return report.missing().stream().map(each -> each.rule() + ": " + each.what()).toList();
  }

  /** The same with every suggested case written where it belongs. */
  Covered withSuggestions() {
    List<String> lines = new ArrayList<>(text.lines().toList());
    report.missing().stream()
        .map(Missing::suggestion)
        .filter(Objects::nonNull)
        .distinct()
        .sorted(Comparator.comparing((Suggestion each) -> each.beside().lastLine()).reversed())
        .forEach(
            each ->
                lines.add(
                    each.ownTest() ? lines.size() : each.beside().lastLine(), "  " + each.text()));
    return of(String.join("\n", lines) + "\n");
  }
}
