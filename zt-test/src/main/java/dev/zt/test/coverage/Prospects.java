package dev.zt.test.coverage;

import dev.zt.Explanation.Truth;
import dev.zt.test.search.Boundaries;
import dev.zt.test.search.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What changes do to the atoms of a rule, from one situation on. Not thread-safe. */
final class Prospects {
  private static final int MOST_ALIKE = 2;
  private static final int MOST_CANDIDATES = 600;

  private final Base base;
  private final Truth[] truths;
  private final Map<Change, Truth[]> effects = new LinkedHashMap<>();

  private Prospects(Base base, Truth[] truths) {
    this.base = base;
    this.truths = truths;
  }

  /** From a situation in which the rule's targets hold; nothing where they do not. */
  static Optional<Prospects> of(RuleLogic rule, Base base, Stage stage) {
    return stage
        .look(base.setting())
        .filter(inspection -> inspection.targets(rule.scope()))
        .map(
            inspection -> {
              Prospects prospects = new Prospects(base, rule.truths(inspection));
              List<Change> candidates = new ArrayList<>();
              for (Atom atom : rule.atoms()) {
                candidates.addAll(
                    Boundaries.of(atom.condition(), stage, base.setting(), inspection));
              }
              candidates.stream()
                  .distinct()
                  .filter(each -> base.canSay(each))
                  .sorted(Comparator.comparing(each -> each instanceof Change.Hide))
                  .limit(MOST_CANDIDATES)
                  .forEach(each -> prospects.note(each, rule, stage));
              return prospects;
            });
  }

  private void note(Change change, RuleLogic rule, Stage stage) {
    stage
        .look(base.setting().after(change))
        .filter(inspection -> inspection.targets(rule.scope()))
        .map(rule::truths)
        .filter(after -> !Arrays.equals(after, truths) && countOf(after) < MOST_ALIKE)
        .ifPresent(after -> effects.put(change, after));
  }

  private long countOf(Truth[] after) {
    return effects.values().stream().filter(each -> Arrays.equals(each, after)).count();
  }

  /** The situation. */
  Base base() {
    return base;
  }

  /** Single changes that change what an atom comes to; those that give a value come first. */
  List<Change> changes() {
    return List.copyOf(effects.keySet());
  }

  /** What the atoms come to after several changes, if those do not meddle with each other. */
  Truth[] after(List<Change> changes) {
    Truth[] after = truths.clone();
    for (Change change : changes) {
      Truth[] effect = effects.get(change);
      for (int atom = 0; effect != null && atom < after.length; atom++) {
        after[atom] = effect[atom] == truths[atom] ? after[atom] : effect[atom];
      }
    }
    return after;
  }
}
