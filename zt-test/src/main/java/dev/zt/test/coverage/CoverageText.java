package dev.zt.test.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Coverage as text for a person: how much, what is missing, and which case would cover it. */
public final class CoverageText {
  private final CoverageReport report;
  private final StringBuilder text = new StringBuilder();

  private CoverageText(CoverageReport report) {
    this.report = report;
  }

  /** The report as text, without colour; each line ends with a line feed. */
  public static String of(CoverageReport report) {
    CoverageText text = new CoverageText(report);
    text.totals();
    text.missing();
    text.impossible();
    return text.text.toString();
  }

  private void totals() {
    total("rules", report.ruleRatio(), "decided in some case");
    total("outcomes", report.outcomeRatio(), "of what rules can come to was seen");
    total("conditions", report.conditionRatio(), "decide a rule alone, true in one case and false");
    total("unknown", report.unknownRatio(), "of the conditions were seen unknown");
  }

  private void total(String name, Ratio ratio, String meaning) {
    String count = ratio.covered() + " of " + ratio.total();
    text.append(String.format("%-12s%6s %%  %-13s%s\n", name, ratio.shown(), count, meaning));
  }

  private void missing() {
    Map<String, Map<Optional<Suggestion>, List<Missing>>> byRule =
        report.missing().stream()
            .collect(
                Collectors.groupingBy(
                    Missing::rule,
                    LinkedHashMap::new,
                    Collectors.groupingBy(
                        each -> Optional.ofNullable(each.suggestion()),
                        LinkedHashMap::new,
                        Collectors.toList())));
    byRule.forEach(
        (rule, bySuggestion) -> {
          text.append('\n').append(rule).append('\n');
          bySuggestion.forEach(this::missing);
        });
  }

  private void missing(Optional<Suggestion> suggestion, List<Missing> shown) {
    for (Missing each : shown) {
      text.append("  ").append(each.span().position()).append(": ");
      text.append(each.what()).append('\n');
    }
    if (suggestion.isEmpty()) {
      text.append("    no small change of a case was found that would show it\n");
      return;
    }
    text.append("    ").append(suggestion.get().where()).append(" write\n");
    suggestion.get().text().lines().forEach(each -> text.append("      " + each + "\n"));
  }

  /** What no request can show, so that nobody looks for one. */
  private void impossible() {
    List<String> lines = new ArrayList<>();
    for (RuleCoverage rule : report.rules()) {
      for (ConditionCoverage condition : rule.conditions()) {
        if (!condition.possible()) {
          lines.add(
              "  " + condition.span().position() + ": `" + condition.path() + "` in " + rule.id());
        }
      }
    }
    if (!lines.isEmpty()) {
      text.append("\nnot counted, since no request makes the rule hang on it alone\n");
      lines.forEach(line -> text.append(line).append('\n'));
    }
  }
}
