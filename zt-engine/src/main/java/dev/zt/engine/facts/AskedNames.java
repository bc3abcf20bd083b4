package dev.zt.engine.facts;

import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.PolicySet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The names that the rules of a policy set ask for. */
final class AskedNames {
  private final Set<Set<String>> roles = new LinkedHashSet<>();
  private final Set<Set<String>> groups = new LinkedHashSet<>();

  AskedNames(PolicySet policies) {
    policies
        .rules()
        .forEach(
            rule ->
                Stream.of(
                        rule.scope().subjects().stream(),
                        rule.scope().resources().stream(),
                        Stream.ofNullable(rule.when()),
                        Stream.ofNullable(rule.unless()),
                        Stream.ofNullable(rule.requirement()))
                    .flatMap(each -> each)
                    .forEach(this::add));
  }

  private void add(Expr expr) {
    if (expr instanceof Expr.HasRole role) {
      roles.add(role.grantedBy());
    } else if (expr instanceof Expr.HasGroup group) {
      groups.add(Set.of(group.group()));
    }
    ExprParts.of(expr).forEach(this::add);
  }

  NameBits roles() {
    return NameBits.of(roles);
  }

  NameBits groups() {
    return NameBits.of(groups);
  }
}
