package dev.zt.test.coverage;

import dev.zt.Decision;
import dev.zt.Reason;
import dev.zt.engine.Inspection;
import dev.zt.test.search.Boundaries;
import dev.zt.test.search.Change;
import dev.zt.test.search.Setting;
import dev.zt.test.search.SmallestChange;
import dev.zt.test.search.Written;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Clears other rules out of the way of one that has its say and is not heard: those that decide
 * instead of it, or the lack of a permit.
 */
record Clearing(Stage stage, List<RuleLogic> rules) {
  private static final int MOST_ROUNDS = 4;
  private static final int MOST_CHANGES = 3;
  private static final int MOST_TRIES = 2_000;

  /** The changes after which the goal is reached, from a setting that only its decision lacks. */
  Optional<List<Change>> of(Setting start, RuleLogic rule, Goal goal) {
    List<Change> all = new ArrayList<>();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Setting setting = start.after(all);
      Decision decision = stage.decide(setting);
      if (goal.decision().test(decision)) {
        return Optional.of(all);
      }
      Optional<List<Change>> more = round(setting, decision, rule, goal);
      if (more.isEmpty()) {
        return more;
      }
      all.addAll(more.get());
    }
    return Optional.empty();
  }

  private Optional<List<Change>> round(
      Setting setting, Decision decision, RuleLogic rule, Goal goal) {
    Set<String> inTheWay =
        decision.reasons().stream().map(Reason::rule).collect(Collectors.toSet());
    return SmallestChange.of(
        candidates(setting, inTheWay),
        MOST_CHANGES,
        MOST_TRIES,
        changes -> {
          Setting changed = setting.after(changes);
          return stage.shows(changed, rule, Goal.of(goal.conditions()))
              && isCleared(inTheWay, stage.decide(changed), goal);
        });
  }

  private static boolean isCleared(Set<String> inTheWay, Decision decision, Goal goal) {
    boolean permitted = !(decision instanceof Decision.Deny) || !decision.reasons().isEmpty();
    return goal.decision().test(decision)
        || (permitted
            && decision.reasons().stream().noneMatch(each -> inTheWay.contains(each.rule())));
  }

  /** What may change the rules that are in the way; without any the permits. */
  private List<Change> candidates(Setting setting, Set<String> inTheWay) {
    Optional<Inspection> inspection = stage.look(setting);
    Set<Change> candidates = new LinkedHashSet<>();
    for (RuleLogic each : rules) {
      boolean considered = inTheWay.isEmpty() ? each.kind().opens() : inTheWay.contains(each.id());
      if (considered && inspection.isPresent() && inspection.get().targets(each.scope())) {
        for (Atom atom : each.atoms()) {
          candidates.addAll(Boundaries.of(atom.condition(), stage, setting, inspection.get()));
        }
      }
    }
    candidates.removeIf(each -> !Written.canBeSaid(List.of(each), setting.asked()));
    return List.copyOf(candidates);
  }
}
