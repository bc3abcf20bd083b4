package dev.zt.engine.usage;

import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.Schema;
import dev.zt.policy.Scope;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which roles the permits and elevations of a policy set ask for, and which of them give which. */
final class Roles {
  private final Map<String, Map<String, Set<String>>> asked = new HashMap<>();
  private final Map<String, Set<String>> included = new HashMap<>();

  Roles(PolicySet policies) {
    Map<String, Schema.Role> declared = policies.schema().roles();
    declared.keySet().forEach(role -> included.put(role, below(role, declared)));
    for (Rule rule : policies.rules()) {
      asked.put(rule.id(), asked(rule.scope(), Stream.ofNullable(rule.when())));
    }
    for (Elevation elevation : policies.elevations()) {
      asked.put(elevation.id(), asked(elevation.scope(), Stream.ofNullable(elevation.when())));
    }
  }

  /** What a role includes, itself not among it. */
  private static Set<String> below(String role, Map<String, Schema.Role> declared) {
    Set<String> below = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(Set.of(role));
    while (!open.isEmpty()) {
      Schema.Role next = declared.get(open.remove());
      if (next != null) {
        next.includes().stream().filter(below::add).forEach(open::add);
      }
    }
    return below;
  }

  private static Map<String, Set<String>> asked(Scope scope, Stream<Expr> when) {
    Map<String, Set<String>> asked = new LinkedHashMap<>();
    Set<Expr> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Stream.concat(scope.subjects().stream(), when).forEach(expr -> collect(expr, seen, asked));
    return asked;
  }

  private static void collect(Expr expr, Set<Expr> seen, Map<String, Set<String>> into) {
    if (!seen.add(expr)) {
      return;
    }
    if (expr instanceof Expr.HasRole has) {
      into.put(has.role(), has.grantedBy());
    }
    ExprParts.of(expr).forEach(part -> collect(part, seen, into));
  }

  /**
   * The roles that a permit or elevation asks for and the subject has, each with the narrowest of
   * those held that give it.
   */
  Map<String, Set<String>> used(String rule, Collection<String> held) {
    Map<String, Set<String>> used = new LinkedHashMap<>();
    asked
        .getOrDefault(rule, Map.of())
        .forEach(
            (role, grantedBy) -> {
              Set<String> giving =
                  held.stream().filter(grantedBy::contains).collect(Collectors.toSet());
              if (!giving.isEmpty()) {
                used.put(role, narrowest(giving));
              }
            });
    return used;
  }

  private Set<String> narrowest(Set<String> giving) {
    return giving.stream()
        .filter(each -> Collections.disjoint(below(each), giving))
        .collect(Collectors.toSet());
  }

  /** Those of some roles that no other of them includes. */
  Set<String> widest(Set<String> some) {
    Set<String> included = new HashSet<>();
    some.forEach(role -> included.addAll(below(role)));
    Set<String> widest = new TreeSet<>(some);
    widest.removeAll(included);
    return widest;
  }

  private Set<String> below(String role) {
    return included.getOrDefault(role, Set.of());
  }
}
