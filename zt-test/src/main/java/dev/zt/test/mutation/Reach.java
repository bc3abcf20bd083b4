package dev.zt.test.mutation;

import dev.zt.policy.Elevation;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.Schema;
import dev.zt.policy.Scope;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The requests that a change can touch.
 *
 * @param targets resource types and actions; those that the change puts in or takes out come first
 */
record Reach(Set<Target> targets) {

  /** A resource type, by its qualified name, and an action. */
  record Target(String type, String action) {}

  static Reach of(Mutant mutant, PolicySet policies) {
    Variant variant = mutant.variant();
    if (variant.schema() != null) {
      return new Reach(all(readers(policies, changedSignals(policies.schema(), variant.schema()))));
    }
    Set<Target> before =
        all(
            Stream.concat(
                    policies.rules().stream()
                        .filter(rule -> variant.rules().containsKey(rule.id()))
                        .map(Rule::scope),
                    policies.elevations().stream()
                        .filter(each -> variant.elevations().containsKey(each.id()))
                        .map(Elevation::scope))
                .toList());
    Set<Target> after =
        all(
            Stream.concat(
                    present(variant.rules()).map(Rule::scope),
                    present(variant.elevations()).map(Elevation::scope))
                .toList());
    Set<Target> targets = new LinkedHashSet<>();
    after.stream().filter(each -> !before.contains(each)).forEach(targets::add);
    before.stream().filter(each -> !after.contains(each)).forEach(targets::add);
    targets.addAll(before);
    return new Reach(targets);
  }

  private static Set<String> changedSignals(Schema before, Schema after) {
    Set<String> changed = new HashSet<>(before.signals().keySet());
    changed.removeIf(name -> Objects.equals(before.signals().get(name), after.signals().get(name)));
    return changed;
  }

  /** The scopes of those that read one of the signals. */
  private static List<Scope> readers(PolicySet policies, Set<String> signals) {
    return Stream.concat(
            policies.rules().stream()
                .filter(rule -> !Collections.disjoint(SignalsRead.by(Formulas.of(rule)), signals))
                .map(Rule::scope),
            policies.elevations().stream()
                .filter(each -> !Collections.disjoint(SignalsRead.by(Formulas.of(each)), signals))
                .map(Elevation::scope))
        .toList();
  }

  private static <T> Stream<T> present(Map<String, Optional<T>> changed) {
    return changed.values().stream().flatMap(Optional::stream);
  }

  private static Set<Target> all(Collection<Scope> scopes) {
    Set<Target> targets = new LinkedHashSet<>();
    for (Scope scope : List.copyOf(scopes)) {
      scope
          .targets()
          .forEach((type, actions) -> actions.forEach(each -> targets.add(new Target(type, each))));
    }
    return targets;
  }
}
