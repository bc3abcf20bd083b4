package dev.zt.test.coverage;

import dev.zt.Explanation.Truth;
import dev.zt.policy.ExprText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gathers what cases show of one rule. Not thread-safe. */
final class RuleRecord {
  private final RuleLogic rule;
  private final Possibilities possibilities;
  private final List<TestedCase> decided = new ArrayList<>();
  private final Map<Verdict, List<TestedCase>> verdicts = new EnumMap<>(Verdict.class);
  private final List<List<Sighting>> sightings = new ArrayList<>();
  private boolean inScope;

  RuleRecord(RuleLogic rule, Possibilities possibilities) {
    this.rule = rule;
    this.possibilities = possibilities;
    rule.kind().verdicts().stream()
        .filter(possibilities::canCome)
        .forEach(verdict -> verdicts.put(verdict, new ArrayList<>()));
    rule.atoms().forEach(atom -> sightings.add(new ArrayList<>()));
  }

  RuleLogic rule() {
    return rule;
  }

  /** Takes in a case, if it asks for something that the rule is about. */
  void add(Observed observed) {
    if (!observed.inspection().targets(rule.scope())) {
      return;
    }
    TestedCase testedCase = observed.testedCase();
    Truth[] truths = rule.truths(observed.inspection());
    Verdict verdict = rule.verdict(truths);
    inScope |= rule.inScope().of(truths) != Truth.FALSE;
    verdicts.computeIfAbsent(verdict, absent -> new ArrayList<>()).add(testedCase);
    if (rule.decides(verdict, observed.decision())) {
      decided.add(testedCase);
    }
    boolean struck = verdict == Verdict.STRIKES;
    for (Atom atom : rule.atoms()) {
      boolean alone = rule.dependsOn(atom.number(), truths);
      sightings
          .get(atom.number())
          .add(new Sighting(testedCase, truths[atom.number()], alone, struck));
    }
  }

  RuleCoverage toCoverage() {
    return new RuleCoverage(
        rule.id(),
        rule.kind(),
        rule.shadow(),
        rule.span(),
        reach(),
        decided,
        verdicts.entrySet().stream()
            .map(each -> new OutcomeCoverage(rule.kind().said(each.getKey()), each.getValue()))
            .toList(),
        rule.atoms().stream().map(this::condition).toList());
  }

  Reach reach() {
    if (!decided.isEmpty()) {
      return Reach.DECIDED;
    }
    return inScope ? Reach.IN_SCOPE : Reach.NEVER;
  }

  /** The verdicts that it can come to and did not. */
  List<Verdict> missingVerdicts() {
    return verdicts.entrySet().stream()
        .filter(each -> each.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  ConditionCoverage condition(Atom atom) {
    return new ConditionCoverage(
        ExprText.of(atom.condition()),
        atom.condition().span(),
        atom.through(),
        possibilities.canHangOn(atom.number()),
        sightings.get(atom.number()));
  }
}
