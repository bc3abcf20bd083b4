package dev.zt.test.coverage;

import dev.zt.policy.Expr;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Scope;
import dev.zt.policy.value.Value;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The types of those who ask: entity types without actions, those that rules name as subjects and
 * those that tests give as one. Any type may ask, and yet nobody should have to show that a
 * document does not read other documents.
 */
final class Askers {
  private Askers() {}

  /** Their qualified names; every type there is where none asks. */
  static Set<String> of(PolicySet policies, Collection<Observed> observed) {
    Set<String> types = new TreeSet<>();
    policies.schema().entities().values().stream()
        .filter(type -> type.actions().isEmpty())
        .forEach(type -> types.add(type.name()));
    Stream.concat(
            policies.rules().stream().map(rule -> rule.scope()),
            policies.elevations().stream().map(elevation -> elevation.scope()))
        .flatMap(Askers::named)
        .forEach(types::add);
    observed.forEach(each -> types.add(each.inspection().subject().type()));
    types.retainAll(policies.schema().entities().keySet());
    return types.isEmpty() ? policies.schema().entities().keySet() : types;
  }

  private static Stream<String> named(Scope scope) {
    return scope.subjects().stream()
        .flatMap(
            subject -> {
              if (subject instanceof Expr.IsType is) {
                return Stream.of(is.entityType());
              }
              return subject instanceof Expr.Compare compare
                      && compare.right() instanceof Expr.Literal literal
                      && literal.value() instanceof Value.Ref ref
                  ? Stream.of(ref.type())
                  : Stream.empty();
            });
  }
}
