package dev.zt.engine;

import dev.zt.policy.EveryExpression;
import dev.zt.policy.Expr;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Scope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * By resource type and action the behaviors that some rule or elevation speaks of: those that a
 * decision may depend on, whichever evaluator makes it. Immutable and thread-safe.
 */
final class Mentions {
  private final Map<String, Map<String, Set<String>>> behaviors = new HashMap<>();

  Mentions(PolicySet policies) {
    if (policies.behaviors().isEmpty()) {
      return;
    }
    policies.rules().forEach(rule -> add(rule.scope(), each -> EveryExpression.of(rule, each)));
    policies
        .elevations()
        .forEach(
            elevation -> add(elevation.scope(), each -> EveryExpression.ofAccess(elevation, each)));
  }

  /** The qualified names of the behaviors. */
  Set<String> of(String resourceType, String action) {
    return behaviors.getOrDefault(resourceType, Map.of()).getOrDefault(action, Set.of());
  }

  private void add(Scope scope, Consumer<Consumer<Expr>> walk) {
    Set<String> mentioned = new HashSet<>();
    walk.accept(
        expr -> {
          if (expr instanceof Expr.BehaviorValue value) {
            mentioned.add(value.behavior());
          }
        });
    if (!mentioned.isEmpty()) {
      scope
          .targets()
          .forEach(
              (type, actions) -> actions.forEach(action -> all(type, action).addAll(mentioned)));
    }
  }

  private Set<String> all(String type, String action) {
    return behaviors
        .computeIfAbsent(type, absent -> new HashMap<>())
        .computeIfAbsent(action, absent -> new HashSet<>());
  }
}
