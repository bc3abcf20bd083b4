package dev.zt.policy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whom and what a rule is about. It applies when its targets hold the resource's type and the
 * action, and one of its subjects and one of its resources hold.
 *
 * @param subjects conditions on the subject, of which one must hold; empty for anyone
 * @param targets by the qualified name of a resource type the names of the actions
 * @param resources conditions on the resource, of which one must hold; empty for every type among
 *     the targets
 */
public record Scope(List<Expr> subjects, Map<String, Set<String>> targets, List<Expr> resources) {
  public Scope {
    subjects = List.copyOf(subjects);
    resources = List.copyOf(resources);
    targets =
        targets.entrySet().stream()
            .collect(
                Collectors.collectingAndThen(
                    Collectors.toMap(
                        Map.Entry::getKey,
                        each -> sorted(each.getValue()),
                        (a, b) -> a,
                        TreeMap::new),
                    Collections::unmodifiableSortedMap));
  }

  /** Whether the targets hold that action on that resource type. */
  public boolean targets(String resourceType, String action) {
    Set<String> actions = targets.get(resourceType);
    return actions != null && actions.contains(action);
  }

  private static Set<String> sorted(Set<String> actions) {
    return Collections.unmodifiableSet(new TreeSet<>(actions));
  }
}
