package dev.zt.test.coverage;

import dev.zt.Explanation.Truth;
import java.util.List;
import java.util.Locale;

/** What rules and conditions say when one points at them, as HTML of phrasing content alone. */
final class Tips {
  private static final int MOST_CASES = 5;

  private final StringBuilder out = new StringBuilder();

  private Tips() {}

  static String of(RuleCoverage rule) {
    Tips tips = new Tips();
    tips.head(rule.kind().name().toLowerCase(Locale.ROOT) + " " + rule.id());
    switch (rule.reach()) {
      case DECIDED -> tips.cases("decided", rule.decided(), true);
      case IN_SCOPE -> tips.line("none", "in scope, and never decided");
      case NEVER -> tips.line("none", "no case is in its scope");
    }
    for (OutcomeCoverage outcome : rule.outcomes()) {
      tips.cases(outcome.name(), outcome.cases(), true);
    }
    return tips.out.toString();
  }

  static String of(List<Marks.Use> uses) {
    Tips tips = new Tips();
    for (Marks.Use use : uses) {
      ConditionCoverage condition = use.condition();
      tips.head(use.rule().id() + " › " + condition.path());
      if (!condition.possible()) {
        tips.line("void", "not counted: no request makes the rule hang on it alone");
        continue;
      }
      tips.cases("alone by being true", condition.alone(Truth.TRUE), true);
      tips.cases("alone by being false", condition.alone(Truth.FALSE), true);
      tips.cases("seen unknown", cases(condition, Truth.UNKNOWN, false), false);
      tips.cases("true beside others", cases(condition, Truth.TRUE, true), false);
      tips.cases("false beside others", cases(condition, Truth.FALSE, true), false);
    }
    return tips.out.toString();
  }

  /** The cases in which it came to that, only those that did not hang on it if so wanted. */
  private static List<TestedCase> cases(
      ConditionCoverage condition, Truth truth, boolean besideOthers) {
    return condition.sightings().stream()
        .filter(each -> each.truth() == truth && !(besideOthers && each.alone()))
        .map(Sighting::testedCase)
        .toList();
  }

  private void head(String text) {
    out.append("<b>").append(Markup.escape(text)).append("</b>");
  }

  private void line(String css, String text) {
    out.append("<span class=\"").append(css).append("\">").append(Markup.escape(text));
    out.append("</span>");
  }

  private void cases(String name, List<TestedCase> cases, boolean wanted) {
    if (cases.isEmpty()) {
      if (wanted) {
        line("none", name + ": in no case");
      }
      return;
    }
    line(wanted ? "full" : "more", name + ": " + cases.size());
    for (TestedCase each : cases.subList(0, Math.min(MOST_CASES, cases.size()))) {
      out.append("<i>").append(Markup.escape(each.span().position() + "  " + each.title()));
      out.append("</i>");
    }
    if (cases.size() > MOST_CASES) {
      out.append("<i>and ").append(cases.size() - MOST_CASES).append(" more</i>");
    }
  }
}
