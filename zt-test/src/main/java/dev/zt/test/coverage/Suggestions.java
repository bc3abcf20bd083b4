package dev.zt.test.coverage;

import dev.zt.Explanation.Truth;
import dev.zt.dsl.suite.Expectation;
import dev.zt.policy.Names;
import dev.zt.policy.PolicySet;
import dev.zt.test.search.Change;
import dev.zt.test.search.Setting;
import dev.zt.test.search.SmallestChange;
import dev.zt.test.search.TestText;
import dev.zt.test.search.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds cases that would show what no case shows: the nearest to one that there is. For one thread.
 */
final class Suggestions {
  private static final int MOST_BASES = 12;
  private static final int MOST_CHANGES = 4;
  private static final int MOST_TRIES = 6_000;
  private static final int MOST_LOOKS = 200;

  private final Stage stage;
  private final Bases bases;
  private final Clearing clearing;
  private final Map<Suggestion, Setting> made = new LinkedHashMap<>();
  private final Map<String, Integer> titles = new HashMap<>();
  private String current = "";
  private List<Prospects> prospects = List.of();

  Suggestions(PolicySet policies, List<RuleLogic> rules, List<Observed> observed) {
    this.stage = new Stage(policies);
    this.bases = Bases.of(observed, policies.schema());
    this.clearing = new Clearing(stage, rules);
  }

  /** The case that shows it, one that was found for something else if that will do. */
  Optional<Suggestion> find(RuleLogic rule, Goal goal) {
    return made.entrySet().stream()
        .filter(each -> stage.shows(each.getValue(), rule, goal))
        .map(Map.Entry::getKey)
        .findFirst()
        .or(() -> make(rule, goal));
  }

  /** The case in which the rule decides, if need be with other rules out of its way. */
  Optional<Suggestion> findDeciding(RuleLogic rule) {
    Goal goal = new Goal(rule::strikes, decision -> rule.decides(Verdict.STRIKES, decision));
    return find(rule, goal).or(() -> clear(rule, goal));
  }

  private Optional<Suggestion> make(RuleLogic rule, Goal goal) {
    List<Change> best = null;
    Prospects from = null;
    for (Prospects each : prospects(rule)) {
      int most = best == null ? MOST_CHANGES : best.size() - 1;
      List<Change> found = new Attempt(rule, goal, each).smallest(most);
      if (found != null) {
        best = found;
        from = each;
      }
    }
    return best == null || from == null
        ? Optional.empty()
        : Optional.of(suggestion(rule, from.base(), best));
  }

  /** What the rule's own conditions need, and then what other rules need to let it through. */
  private Optional<Suggestion> clear(RuleLogic rule, Goal goal) {
    for (Prospects each : prospects(rule)) {
      List<Change> own = new Attempt(rule, Goal.of(goal.conditions()), each).smallest(MOST_CHANGES);
      if (own != null) {
        Setting start = each.base().setting().after(own);
        Optional<List<Change>> others = clearing.of(start, rule, goal);
        if (others.isPresent()) {
          List<Change> all = Stream.concat(own.stream(), others.get().stream()).toList();
          if (holdsInEachRow(rule, each.base(), all)) {
            return Optional.of(suggestion(rule, each.base(), all));
          }
        }
      }
    }
    return Optional.empty();
  }

  private Suggestion suggestion(RuleLogic rule, Base base, List<Change> changes) {
    Setting changed = base.setting().after(changes);
    Expectation expected = expected(rule, changed);
    boolean own = base.needsOwnTest(changes);
    String text =
        own
            ? TestText.block(base.module(), title(rule), changed, expected)
            : base.line(Written.expectation(base.module(), expected), changes);
    Suggestion suggestion = new Suggestion(base.testedCase(), text, own);
    made.put(suggestion, changed);
    return suggestion;
  }

  private String title(RuleLogic rule) {
    return Names.simple(rule.id()) + " " + titles.merge(rule.id(), 1, Integer::sum);
  }

  private Expectation expected(RuleLogic rule, Setting changed) {
    return Expected.of(stage.decide(changed), rule.id());
  }

  /** Whether the line would pass in the other rows of its test's table, too. */
  private boolean holdsInEachRow(RuleLogic rule, Base base, List<Change> changes) {
    if (base.needsOwnTest(changes)) {
      return true;
    }
    Expectation expected = expected(rule, base.setting().after(changes));
    return base.elsewhere().stream()
        .allMatch(row -> expected(rule, row.after(changes)).equals(expected));
  }

  /** One look for the changes from one situation on. */
  private final class Attempt {
    private final RuleLogic rule;
    private final Goal goal;
    private final Prospects from;
    private int looks = MOST_LOOKS;

    Attempt(RuleLogic rule, Goal goal, Prospects from) {
      this.rule = rule;
      this.goal = goal;
      this.from = from;
    }

    @Nullable List<Change> smallest(int most) {
      if (reaches(List.of())) {
        return List.of();
      }
      return SmallestChange.of(from.changes(), most, MOST_TRIES, this::reaches).orElse(null);
    }

    /** Whether the changes seem to do, and when they are really made, do. */
    private boolean reaches(List<Change> changes) {
      if (!goal.conditions().test(from.after(changes)) || looks-- <= 0) {
        return false;
      }
      return stage.shows(from.base().setting().after(changes), rule, goal)
          && holdsInEachRow(rule, from.base(), changes);
    }
  }

  // ---- where to begin ----

  private List<Prospects> prospects(RuleLogic rule) {
    if (!current.equals(rule.id())) {
      current = rule.id();
      prospects = begin(rule);
    }
    return prospects;
  }

  private List<Prospects> begin(RuleLogic rule) {
    List<Prospects> found = new ArrayList<>();
    Set<List<Truth>> seen = new HashSet<>();
    for (Base base : bases.about(rule.scope())) {
      boolean isNew =
          found.size() < MOST_BASES
              && Stage.isAbout(base.setting(), rule)
              && stage
                  .look(base.setting())
                  .map(inspection -> seen.add(Arrays.asList(rule.truths(inspection))))
                  .orElse(false);
      if (isNew) {
        Prospects.of(rule, base, stage).ifPresent(found::add);
      }
    }
    return found;
  }
}
