package dev.zt.engine.facts;

import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that the rules of a policy set ask for. */
final class AskedNames {
  private final Set<Set<String>> roles = new LinkedHashSet<>();
  private final Set<Set<String>> groups = new LinkedHashSet<>();

  AskedNames(PolicySet policies) {
    for (Rule rule : policies.rules()) {
      addAll(rule.scope().subjects());
      addAll(rule.scope().resources());
      addIfAny(rule.when());
      addIfAny(rule.unless());
      addIfAny(rule.requirement());
    }
  }

  private void addAll(List<Expr> exprs) {
    for (Expr expr : exprs) {
      add(expr);
    }
  }

  private void addIfAny(@Nullable Expr expr) {
    if (expr != null) {
      add(expr);
    }
  }

  private void add(Expr expr) {
    if (expr instanceof Expr.HasRole role) {
      roles.add(role.grantedBy());
    } else if (expr instanceof Expr.HasGroup group) {
      groups.add(Set.of(group.group()));
    }
    addAll(ExprParts.of(expr));
  }

  NameBits roles() {
    return NameBits.of(roles);
  }

  NameBits groups() {
    return NameBits.of(groups);
  }
}
