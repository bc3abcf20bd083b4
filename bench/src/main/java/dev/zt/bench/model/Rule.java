package dev.zt.bench.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a policy.
 *
 * @param id unique within its policy, a lower-case name
 * @param role the role that a subject must have, or null for any subject
 * @param actions the actions it speaks of; none for all
 * @param resourceType the type of resources it speaks of, or null for all
 * @param condition what must hold besides
 */
public record Rule(
    String id,
    Effect effect,
    @Nullable String role,
    List<String> actions,
    @Nullable String resourceType,
    Condition condition) {

  /** A permit for everybody. */
  public static Rule permit(String id, String action, String resourceType, Condition condition) {
    return permit(id, List.of(action), resourceType, condition);
  }

  /** A permit for everybody. */
  public static Rule permit(
      String id, List<String> actions, String resourceType, Condition condition) {
    return new Rule(id, Effect.PERMIT, null, actions, resourceType, condition);
  }

  /** A permit for a role. */
  public static Rule permitRole(
      String id, String role, List<String> actions, String resourceType, Condition condition) {
    return new Rule(id, Effect.PERMIT, role, actions, resourceType, condition);
  }

  /** A prohibition for everybody and everything. */
  public static Rule forbid(String id, Condition condition) {
    return new Rule(id, Effect.FORBID, null, List.of(), null, condition);
  }

  /** A requirement for these actions, or for all if none is named. */
  public static Rule require(String id, Condition condition, String... actions) {
    return new Rule(id, Effect.REQUIRE, null, List.of(actions), null, condition);
  }

  /** Whether it can matter to a question about this action and this type of resource. */
  public boolean concerns(String action, String type) {
    return (actions.isEmpty() || actions.contains(action))
        && (resourceType == null || resourceType.equals(type));
  }
}
