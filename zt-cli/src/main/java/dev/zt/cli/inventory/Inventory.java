package dev.zt.cli.inventory;

import dev.zt.Obligation;
import dev.zt.cli.needs.ActionNeeds;
import dev.zt.cli.needs.NeedsAnalysis;
import dev.zt.policy.Consequence;
import dev.zt.policy.Effect;
import dev.zt.policy.Elevation;
import dev.zt.policy.OpenPlace;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a policy set holds, for whoever has to answer for it.
 *
 * @param policyVersion the content hash of the set
 * @param rules the rules, in order of id
 * @param elevations what somebody may be granted for a time, in order of id
 * @param unpermitted the actions that no permit and no elevation in force names
 * @param open the fail-open register
 * @param obligations what the code must carry out: by the text of a call the ids of the rules that
 *     ask for it
 * @param needs of each action that can be permitted what nobody gets PERMIT without; empty when it
 *     was not asked for
 */
public record Inventory(
    String policyVersion,
    List<Rule> rules,
    List<Elevation> elevations,
    List<Action> unpermitted,
    List<OpenPlace> open,
    SortedMap<String, SortedSet<String>> obligations,
    List<ActionNeeds> needs) {

  /** An action of a resource type, by the type's qualified name. */
  public record Action(String resourceType, String name) {}

  /** The inventory of a set. */
  public static Inventory of(PolicySet policies, boolean withNeeds) {
    return new Inventory(
        policies.version(),
        policies.rules(),
        policies.elevations(),
        unpermitted(policies),
        policies.openPlaces(),
        obligations(policies),
        withNeeds ? NeedsAnalysis.of(policies) : List.of());
  }

  private static List<Action> unpermitted(PolicySet policies) {
    List<Action> actions = new ArrayList<>();
    for (Schema.Entity type : policies.schema().entities().values()) {
      for (String action : type.actions().keySet()) {
        if (!isPermitted(policies, type.name(), action)) {
          actions.add(new Action(type.name(), action));
        }
      }
    }
    return actions;
  }

  private static boolean isPermitted(PolicySet policies, String type, String action) {
    return policies.rules().stream()
            .filter(rule -> rule.effect() == Effect.PERMIT && !rule.shadow())
            .anyMatch(rule -> rule.scope().targets(type, action))
        || policies.elevations().stream().anyMatch(each -> each.scope().targets(type, action));
  }

  private static SortedMap<String, SortedSet<String>> obligations(PolicySet policies) {
    SortedMap<String, SortedSet<String>> all = new TreeMap<>();
    for (Rule rule : policies.rules()) {
      if (rule.consequence() instanceof Consequence.Restricted restricted) {
        for (Obligation obligation : restricted.obligations()) {
          all.computeIfAbsent(obligation.toString(), call -> new TreeSet<>()).add(rule.id());
        }
      }
    }
    return all;
  }

  /** Annotations as a policy writes them. */
  static List<String> written(Map<String, String> annotations) {
    List<String> written = new ArrayList<>();
    for (Map.Entry<String, String> each : annotations.entrySet()) {
      written.add("@" + each.getKey() + "(\"" + each.getValue() + "\")");
    }
    return written;
  }
}
