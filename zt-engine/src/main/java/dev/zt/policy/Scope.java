package dev.zt.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;

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
    targets = Targets.of(targets);
  }

  /**
   * Targets in the form in which a scope keeps them: scopes that are made with the same one share
   * it.
   */
  public static Map<String, Set<String>> sorted(Map<String, Set<String>> targets) {
    return Targets.of(targets);
  }

  /** Whether the targets hold that action on that resource type. */
  public boolean targets(String resourceType, String action) {
    Set<String> actions = targets.get(resourceType);
    return actions != null && actions.contains(action);
  }
}
