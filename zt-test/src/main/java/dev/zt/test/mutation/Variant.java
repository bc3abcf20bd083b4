package dev.zt.test.mutation;

import dev.zt.policy.Elevation;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a changed policy set differs from the one it is made of.
 *
 * @param rules what stands in the place of rules, by their ids; nothing where one is left out
 * @param elevations likewise
 * @param schema what is declared instead, or null when the declarations stay as they are
 */
record Variant(
    Map<String, Optional<Rule>> rules,
    Map<String, Optional<Elevation>> elevations,
    @Nullable Schema schema) {
  Variant {
    rules = Map.copyOf(rules);
    elevations = Map.copyOf(elevations);
  }

  static Variant of(Rule rule) {
    return new Variant(Map.of(rule.id(), Optional.of(rule)), Map.of(), null);
  }

  static Variant of(Elevation elevation) {
    return new Variant(Map.of(), Map.of(elevation.id(), Optional.of(elevation)), null);
  }

  static Variant without(Rule rule) {
    return new Variant(Map.of(rule.id(), Optional.empty()), Map.of(), null);
  }

  static Variant without(Elevation elevation) {
    return new Variant(Map.of(), Map.of(elevation.id(), Optional.empty()), null);
  }

  static Variant of(Schema schema) {
    return new Variant(Map.of(), Map.of(), schema);
  }

  /** The whole set with the change made. */
  PolicySet applyTo(PolicySet policies) {
    List<Rule> changedRules = new ArrayList<>();
    for (Rule rule : policies.rules()) {
      rules.getOrDefault(rule.id(), Optional.of(rule)).ifPresent(changedRules::add);
    }
    List<Elevation> changedElevations = new ArrayList<>();
    for (Elevation elevation : policies.elevations()) {
      elevations
          .getOrDefault(elevation.id(), Optional.of(elevation))
          .ifPresent(changedElevations::add);
    }
    return new PolicySet(
        schema == null ? policies.schema() : schema,
        changedRules,
        changedElevations,
        policies.behaviors(),
        policies.openPlaces().stream().filter(open -> !isLeftOut(open.name())).toList());
  }

  private boolean isLeftOut(String rule) {
    return rules.containsKey(rule) && rules.getOrDefault(rule, Optional.empty()).isEmpty();
  }
}
