package dev.zt.engine;

import dev.zt.Decision;
import dev.zt.Reason;
import dev.zt.Request;
import dev.zt.policy.Effect;
import dev.zt.policy.Elevation;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.Schema;
import dev.zt.policy.Scope;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Where access is only given if it is recorded: the rules that are annotated so. */
final class AuditMarks {
  private static final String ANNOTATION = "audit";
  private static final String REQUIRED = "required";

  private final Set<Target> targets = new HashSet<>();

  /** A type and an action by the names that data use. */
  private record Target(String type, String action) {}

  AuditMarks(PolicySet policies) {
    Schema schema = policies.schema();
    for (Rule rule : policies.rules()) {
      if (rule.effect() == Effect.PERMIT && !rule.shadow() && isMarked(rule.annotations())) {
        add(rule.scope(), schema);
      }
    }
    for (Elevation elevation : policies.elevations()) {
      if (isMarked(elevation.annotations())) {
        add(elevation.scope(), schema);
      }
    }
  }

  private static boolean isMarked(Map<String, String> annotations) {
    return REQUIRED.equals(annotations.get(ANNOTATION));
  }

  private void add(Scope scope, Schema schema) {
    scope
        .targets()
        .forEach(
            (type, actions) -> {
              Schema.Entity declared = schema.entities().get(type);
              if (declared != null) {
                for (String action : actions) {
                  String outside = declared.actions().getOrDefault(action, action);
                  targets.add(new Target(declared.outside(), outside));
                }
              }
            });
  }

  /**
   * Whether the access that a decision gives must be recorded. A permit names the rules that gave
   * it; a restriction does not, so that any marked rule for its type and action counts.
   */
  boolean require(Request request, Decision decision) {
    if (decision.permitted()) {
      return !targets.isEmpty() && hasMarked(decision);
    }
    return decision instanceof Decision.Restrict
        && (hasMarked(decision)
            || targets.contains(new Target(request.resource().type(), request.action())));
  }

  private static boolean hasMarked(Decision decision) {
    for (Reason reason : decision.reasons()) {
      if (isMarked(reason.annotations())) {
        return true;
      }
    }
    return false;
  }
}
