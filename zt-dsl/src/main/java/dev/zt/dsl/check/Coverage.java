package dev.zt.dsl.check;

import dev.zt.dsl.syntax.Actions;
import dev.zt.dsl.syntax.Name;
import dev.zt.policy.Scope;
import dev.zt.policy.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the scopes of a set cover. Thousands of rules are about the same, and what they are about
 * can be large: it is worked out and kept once.
 */
final class Coverage {
  /**
   * The actions by type, and the type that a resource has among them.
   *
   * @param targets as {@link Scope} keeps them
   */
  record Covered(Map<String, Set<String>> targets, Type.Entity resource) {}

  private final Map<List<String>, Map<String, Set<String>>> everywhere = new HashMap<>();
  private final Map<Map<String, Set<String>>, Covered> covered = new HashMap<>();

  /** What actions, null for all of them, mean where no resources are named. */
  Map<String, Set<String>> everywhere(
      @Nullable Actions actions, Supplier<Map<String, Set<String>>> worked) {
    List<String> names = new ArrayList<>();
    for (Name name : actions == null ? List.<Name>of() : actions.names()) {
      names.add(name.text());
    }
    Map<String, Set<String>> known = everywhere.get(names);
    if (known == null) {
      known = of(worked.get()).targets();
      everywhere.put(names, known);
    }
    return known;
  }

  /** Targets as all scopes with the same ones keep them. */
  Covered of(Map<String, Set<String>> targets) {
    Covered known = covered.get(targets);
    if (known == null) {
      Map<String, Set<String>> kept = Scope.sorted(targets);
      known = new Covered(kept, new Type.Entity(List.copyOf(kept.keySet())));
      covered.put(kept, known);
    }
    return known;
  }
}
