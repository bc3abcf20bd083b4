package dev.zt.test.coverage;

import dev.zt.Explanation.Truth;
import dev.zt.policy.ExprText;
import dev.zt.policy.Schema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a rule can come to at all, and which of its atoms it can hang on. Places of one condition
 * come out alike, and types decide what they decide; otherwise every combination counts as
 * possible, so that nothing is called impossible that is not.
 */
final class Possibilities {
  private static final int MOST_COMBINATIONS = 1 << 14;

  private final RuleLogic rule;
  private final Schema schema;
  private final Set<String> askers;
  private final List<List<Integer>> groups;
  private final Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
  private final Set<Half> halves = new HashSet<>();

  private Possibilities(RuleLogic rule, Schema schema, Set<String> askers) {
    this.rule = rule;
    this.schema = schema;
    this.askers = askers;
    this.groups = groups(rule);
  }

  /** An atom that comes out so, and on which the rule hangs. */
  private record Half(int atom, Truth truth) {}

  /**
   * What is possible of a rule.
   *
   * @param askers the qualified names of the types that a subject can have
   */
  static Possibilities of(RuleLogic rule, Schema schema, Set<String> askers) {
    Possibilities possibilities = new Possibilities(rule, schema, askers);
    possibilities.explore();
    return possibilities;
  }

  boolean canCome(Verdict verdict) {
    return verdicts.contains(verdict);
  }

  /** Whether it can hang on the atom both when that is true and when it is false. */
  boolean canHangOn(int atom) {
    return halves.contains(new Half(atom, Truth.TRUE))
        && halves.contains(new Half(atom, Truth.FALSE));
  }

  /** The places of each condition. */
  private static List<List<Integer>> groups(RuleLogic rule) {
    Map<String, List<Integer>> places = new LinkedHashMap<>();
    for (Atom atom : rule.atoms()) {
      String meaning = ExprText.resolved(atom.condition());
      places.computeIfAbsent(meaning, absent -> new ArrayList<>()).add(atom.number());
    }
    return List.copyOf(places.values());
  }

  private void explore() {
    for (String resource : rule.scope().targets().keySet()) {
      for (String subject : askers) {
        if (!isComplete()) {
          explore(new Parties(schema, subject, resource));
        }
      }
    }
  }

  private boolean isComplete() {
    return halves.size() == 2 * rule.atoms().size() && verdicts.containsAll(rule.kind().verdicts());
  }

  private void explore(Parties parties) {
    List<List<Truth>> choices = new ArrayList<>();
    long combinations = 1;
    for (List<Integer> group : groups) {
      Atom atom = rule.atoms().get(group.get(0));
      List<Truth> choice =
          choice(parties.possible(atom.condition()), group.size() > 1 || atom.scored());
      choices.add(choice);
      combinations = Math.min(MOST_COMBINATIONS + 1L, combinations * choice.size());
    }
    if (combinations > MOST_COMBINATIONS) {
      allowEverything();
      return;
    }
    for (int combination = 0; combination < combinations && !isComplete(); combination++) {
      note(truths(choices, combination));
    }
  }

  /**
   * What is worth trying. That a condition is unknown adds nothing to true and false where it
   * stands once: there it counts as one of them.
   */
  private static List<Truth> choice(List<Truth> possible, boolean unknownMatters) {
    boolean both = possible.containsAll(List.of(Truth.TRUE, Truth.FALSE));
    return both && !unknownMatters ? List.of(Truth.TRUE, Truth.FALSE) : possible;
  }

  private void allowEverything() {
    verdicts.addAll(rule.kind().verdicts());
    for (Atom atom : rule.atoms()) {
      halves.add(new Half(atom.number(), Truth.TRUE));
      halves.add(new Half(atom.number(), Truth.FALSE));
    }
  }

  private Truth[] truths(List<List<Truth>> choices, int combination) {
    Truth[] truths = new Truth[rule.atoms().size()];
    int rest = combination;
    for (int group = 0; group < groups.size(); group++) {
      List<Truth> choice = choices.get(group);
      for (int atom : groups.get(group)) {
        truths[atom] = choice.get(rest % choice.size());
      }
      rest /= choice.size();
    }
    return truths;
  }

  private void note(Truth[] truths) {
    verdicts.add(rule.verdict(truths));
    for (int atom = 0; atom < truths.length; atom++) {
      Half half = new Half(atom, truths[atom]);
      if (truths[atom] != Truth.UNKNOWN && !halves.contains(half) && rule.dependsOn(atom, truths)) {
        halves.add(half);
      }
    }
  }
}
