package dev.zt.dsl.check.lint;

import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.Rule;
import dev.zt.policy.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a rule or elevation, each with how it must come out for the rule to apply.
 *
 * @param scope those that its subjects and resources stand for
 * @param written {@code when} and {@code unless}
 */
record Conditions(List<Condition> scope, List<Condition> written) {
  record Condition(Expr expr, boolean wanted) {}

  static Conditions of(Rule rule) {
    List<Condition> written = new ArrayList<>(optional(rule.when(), true));
    written.addAll(optional(rule.unless(), false));
    return new Conditions(scope(rule.scope()), written);
  }

  static Conditions of(Elevation elevation) {
    return new Conditions(scope(elevation.scope()), optional(elevation.when(), true));
  }

  private static List<Condition> scope(Scope scope) {
    return Stream.of(scope.subjects(), scope.resources())
        .filter(alternatives -> !alternatives.isEmpty())
        .map(Conditions::anyOf)
        .map(expr -> new Condition(expr, true))
        .toList();
  }

  private static Expr anyOf(List<Expr> alternatives) {
    return alternatives.size() == 1
        ? alternatives.get(0)
        : new Expr.Or(alternatives, alternatives.get(0).span());
  }

  private static List<Condition> optional(@Nullable Expr expr, boolean wanted) {
    return expr == null ? List.of() : List.of(new Condition(expr, wanted));
  }

  /** All of them, those of the scope first. */
  List<Condition> all() {
    return Stream.concat(scope.stream(), written.stream()).toList();
  }
}
