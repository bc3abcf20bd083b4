package dev.zt.cli.inventory;

import dev.zt.policy.CompareOp;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprText;
import dev.zt.policy.Names;
import dev.zt.policy.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom and what a rule is about, much as its head says it. */
final class ScopeText {
  private static final int MOST_GROUPS = 3;

  private ScopeText() {}

  static String of(Scope scope) {
    return subjects(scope) + " to " + targets(scope);
  }

  private static String subjects(Scope scope) {
    return scope.subjects().isEmpty() ? "anyone" : selectors(scope.subjects());
  }

  private static String targets(Scope scope) {
    if (!scope.resources().isEmpty()) {
      Set<String> actions =
          scope.targets().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
      return String.join(", ", actions.stream().sorted().toList())
          + " "
          + selectors(scope.resources());
    }
    Map<Set<String>, List<String>> byActions = new LinkedHashMap<>();
    scope
        .targets()
        .forEach(
            (type, actions) ->
                byActions.computeIfAbsent(actions, key -> new ArrayList<>()).add(type));
    if (byActions.size() > MOST_GROUPS) {
      return "actions of " + scope.targets().size() + " types";
    }
    return byActions.entrySet().stream()
        .map(each -> String.join(", ", each.getKey()) + " " + simple(each.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String simple(List<String> types) {
    return types.stream().map(Names::simple).collect(Collectors.joining(", "));
  }

  private static String selectors(List<Expr> conditions) {
    return conditions.stream().map(ScopeText::selector).collect(Collectors.joining(", "));
  }

  private static String selector(Expr condition) {
    if (condition instanceof Expr.IsType type) {
      return Names.simple(type.entityType());
    }
    return condition instanceof Expr.Compare compare && compare.op() == CompareOp.EQ
        ? ExprText.of(compare.right())
        : ExprText.of(condition);
  }
}
