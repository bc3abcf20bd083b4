package dev.zt.cli.needs;

import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.ExprText;
import dev.zt.policy.RiskTerm;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is certain on one path to access: that its permit applies. The same condition elsewhere then
 * cannot come out otherwise. Not thread-safe.
 */
final class Assumptions {
  private final Map<String, Boolean> conditions = new HashMap<>();
  private final List<Set<String>> roles = new ArrayList<>();
  private final String resourceType;
  private @Nullable String subjectType;

  /** Nothing is certain but the type of the resource, by its qualified name. */
  Assumptions(String resourceType) {
    this.resourceType = resourceType;
  }

  /** Takes it as certain that a condition holds, or that it does not. */
  void add(@Nullable Expr condition, boolean holds) {
    if (condition == null) {
      return;
    }
    conditions.put(key(condition), holds);
    if (condition instanceof Expr.Named named) {
      add(named.body(), holds);
    } else if (condition instanceof Expr.Not not) {
      add(not.operand(), !holds);
    } else if (condition instanceof Expr.And and && holds) {
      and.operands().forEach(each -> add(each, true));
    } else if (condition instanceof Expr.Or or && !holds) {
      or.operands().forEach(each -> add(each, false));
    } else if (condition instanceof Expr.HasRole role && holds) {
      roles.add(role.grantedBy());
    } else if (condition instanceof Expr.IsType type
        && holds
        && type.entity() instanceof Expr.Subject) {
      subjectType = type.entityType();
    }
  }

  /** Whether the condition certainly holds or certainly does not; null when that is open. */
  @Nullable Boolean truth(Expr condition) {
    if (condition instanceof Expr.IsType type) {
      if (type.entity() instanceof Expr.Resource) {
        return type.entityType().equals(resourceType);
      }
      if (type.entity() instanceof Expr.Subject && subjectType != null) {
        return type.entityType().equals(subjectType);
      }
    }
    if (condition instanceof Expr.HasRole role
        && roles.stream().anyMatch(held -> role.grantedBy().containsAll(held))) {
      return true;
    }
    return conditions.isEmpty() ? null : conditions.get(key(condition));
  }

  /** A text that two conditions share only when they mean the same. */
  private static String key(Expr condition) {
    StringBuilder key = new StringBuilder(ExprText.resolved(condition));
    qualify(condition, key);
    return key.toString();
  }

  /** Adds what the text of an expression leaves out. */
  private static void qualify(Expr expr, StringBuilder key) {
    if (expr instanceof Expr.IsType type) {
      key.append('\n').append(type.entityType());
    } else if (expr instanceof Expr.BehaviorValue behavior) {
      key.append('\n').append(behavior.behavior());
    } else if (expr instanceof Expr.ElevationActive elevation) {
      key.append('\n').append(elevation.elevation());
    } else if (expr instanceof Expr.Literal literal && literal.value() instanceof Value.Ref ref) {
      key.append('\n').append(ref.type());
    } else if (expr instanceof Expr.RiskCompare risk) {
      for (RiskTerm term : risk.terms()) {
        key.append('\n').append(term.weight()).append(ExprText.resolved(term.condition()));
      }
    }
    ExprParts.of(expr).forEach(part -> qualify(part, key));
  }
}
