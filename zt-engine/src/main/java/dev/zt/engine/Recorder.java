package dev.zt.engine;

import dev.zt.Outcome;
import dev.zt.engine.behavior.BehaviorView;
import dev.zt.engine.behavior.Contribution;
import dev.zt.engine.behavior.Recipe;
import dev.zt.engine.facts.BoundRequest;
import dev.zt.engine.facts.Layout;
import dev.zt.policy.Behavior;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a decision or an event adds to the behaviors of a policy set. Immutable and thread-safe.
 *
 * <p>What is not known to count, or for what, is added as such; nothing is added where the key is
 * unknown.
 */
final class Recorder {
  private static final Counting[] NOTHING = {};

  /** By number of resource type and of action. */
  private final Counting[][][] decisions;

  private final Map<String, Counting[]> events = new HashMap<>();

  Recorder(PolicySet policies, Layout layout, BehaviorView view) {
    Mentions mentions = new Mentions(policies);
    this.decisions = new Counting[layout.entityTypes()][][];
    for (Schema.Entity declared : policies.schema().entities().values()) {
      Counting[][] ofType = new Counting[declared.actions().size()][];
      Arrays.fill(ofType, NOTHING);
      decisions[layout.entityType(declared.name())] = ofType;
    }
    for (Behavior behavior : policies.behaviors()) {
      Recipe recipe =
          Objects.requireNonNull(view.recipe(behavior.name()), "the view is of these policies");
      if (behavior.source() instanceof Behavior.Source.Decisions of) {
        of.scope()
            .targets()
            .forEach(
                (type, actions) -> {
                  for (String action : actions) {
                    boolean mayBeRead = mentions.of(type, action).contains(behavior.name());
                    Counting counting = Counting.of(behavior, recipe, policies, layout, mayBeRead);
                    Counting[][] ofType = decisions[layout.entityType(type)];
                    int number = layout.actionNumber(type, action);
                    ofType[number] = with(counting, ofType[number]);
                  }
                });
      } else if (behavior.source() instanceof Behavior.Source.Events of) {
        Counting counting = Counting.of(behavior, recipe, policies, layout, false);
        events.merge(of.event(), new Counting[] {counting}, (all, one) -> with(one[0], all));
      }
    }
  }

  private static Counting[] with(Counting more, Counting[] before) {
    Counting[] all = Arrays.copyOf(before, before.length + 1);
    all[before.length] = more;
    return all;
  }

  /** Whether an event of that name may count for anything. */
  boolean records(String event) {
    return events.containsKey(event);
  }

  /** What a decision adds. */
  List<Contribution> ofDecision(Outcome outcome, Happening request) {
    BoundRequest asked = request.request();
    return contributions(
        decisions[asked.resourceType()][asked.actionNumber()],
        each -> each.ofDecision(outcome, request));
  }

  /** What an event adds. */
  List<Contribution> ofEvent(String name, Happening event) {
    return contributions(events.getOrDefault(name, NOTHING), each -> each.ofEvent(event));
  }

  private static List<Contribution> contributions(
      Counting[] all, Function<Counting, @Nullable Contribution> adds) {
    if (all.length == 1) {
      Contribution only = adds.apply(all[0]);
      return only == null ? List.of() : List.of(only);
    }
    List<Contribution> contributions = new ArrayList<>(all.length);
    for (Counting each : all) {
      Contribution contribution = adds.apply(each);
      if (contribution != null) {
        contributions.add(contribution);
      }
    }
    return contributions;
  }
}
