package dev.zt.test.coverage;

import dev.zt.Explanation.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what is not covered of a rule, and which case would cover it. */
final class Gaps {
  private final Suggestions suggestions;

  Gaps(Suggestions suggestions) {
    this.suggestions = suggestions;
  }

  /** What is missing, the rule itself first, then what it comes to, then its conditions. */
  List<Missing> of(RuleRecord record) {
    List<Missing> missing = new ArrayList<>();
    if (record.reach() != Reach.DECIDED) {
      missing.add(undecided(record));
    }
    for (Verdict verdict : record.missingVerdicts()) {
      if (record.reach() == Reach.DECIDED || verdict != Verdict.STRIKES) {
        missing.add(outcome(record.rule(), verdict));
      }
    }
    for (Atom atom : record.rule().atoms()) {
      ConditionCoverage condition = record.condition(atom);
      if (condition.possible() && !condition.isCovered()) {
        missing.addAll(condition(record.rule(), atom, condition));
      }
    }
    return missing;
  }

  private Missing undecided(RuleRecord record) {
    RuleLogic rule = record.rule();
    String what = record.reach() == Reach.NEVER ? "no case is in its scope" : "it never decides";
    return new Missing(
        rule.id(), Missing.Of.RULE, rule.span(), what, suggestions.findDeciding(rule).orElse(null));
  }

  private Missing outcome(RuleLogic rule, Verdict verdict) {
    Goal goal = Goal.of(truths -> rule.verdict(truths) == verdict);
    return new Missing(
        rule.id(),
        Missing.Of.OUTCOME,
        rule.span(),
        "there is no case in which it " + rule.kind().said(verdict),
        suggestions.find(rule, goal).orElse(null));
  }

  private List<Missing> condition(RuleLogic rule, Atom atom, ConditionCoverage condition) {
    List<Missing> missing = new ArrayList<>();
    for (Truth half : List.of(Truth.TRUE, Truth.FALSE)) {
      if (condition.alone(half).isEmpty()) {
        missing.add(half(rule, atom, condition, half));
      }
    }
    if (missing.isEmpty()) {
      missing.add(
          new Missing(
              rule.id(),
              Missing.Of.CONDITION,
              condition.span(),
              "`" + condition.path() + "` decides alone to one effect only",
              null));
    }
    return missing;
  }

  private Missing half(RuleLogic rule, Atom atom, ConditionCoverage condition, Truth half) {
    int number = atom.number();
    Goal goal = Goal.of(truths -> truths[number] == half && rule.dependsOn(number, truths));
    return new Missing(
        rule.id(),
        Missing.Of.CONDITION,
        condition.span(),
        "`"
            + condition.path()
            + "` never decides alone by being "
            + half.name().toLowerCase(Locale.ROOT),
        suggestions.find(rule, goal).orElse(null));
  }
}
