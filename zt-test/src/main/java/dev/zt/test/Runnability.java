package dev.zt.test;

import dev.zt.Explanation.Truth;
import dev.zt.dsl.suite.Situation;
import dev.zt.engine.Inspection;
import dev.zt.engine.Inspector;
import dev.zt.engine.Past;
import dev.zt.policy.Behavior;
import dev.zt.policy.Elevation;
import dev.zt.policy.EveryExpression;
import dev.zt.policy.Expr;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which cases depend on a behavior that nothing here can compute, such as a score of anomaly.
 * Immutable and thread-safe.
 *
 * <p>Such a behavior is unknown. A rule that reads one and is certain all the same would be what it
 * is whatever the score, so that its cases can be run.
 */
final class Runnability {
  private final List<Reader> readers;
  private final Inspector inspector;

  private Runnability(List<Reader> readers, Inspector inspector) {
    this.readers = List.copyOf(readers);
    this.inspector = inspector;
  }

  /** A rule or elevation that reads a behavior. */
  private record Reader(
      String id,
      Scope scope,
      @Nullable Expr when,
      @Nullable Expr unless,
      @Nullable Expr requirement,
      String behavior) {

    boolean isCertain(Inspection inspection) {
      Truth applies =
          any(scope.subjects(), inspection)
              .and(any(scope.resources(), inspection))
              .and(when == null ? Truth.TRUE : inspection.truth(when))
              .and(unless == null ? Truth.TRUE : inspection.truth(unless).not());
      Truth met = requirement == null ? Truth.FALSE : inspection.truth(requirement);
      return applies == Truth.FALSE
          || met == Truth.TRUE
          || (applies == Truth.TRUE && met == Truth.FALSE);
    }

    private static Truth any(List<Expr> alternatives, Inspection inspection) {
      if (alternatives.isEmpty()) {
        return Truth.TRUE;
      }
      return alternatives.stream().map(inspection::truth).reduce(Truth.FALSE, Truth::or);
    }
  }

  static Runnability of(PolicySet policies) {
    return new Runnability(readers(policies), Inspector.of(policies));
  }

  /** Why a case cannot be run; null when it can. */
  @Nullable String reasonAgainst(PreparedCase prepared, Past past) {
    Situation asked = prepared.testCase().asked();
    List<Reader> inScope =
        readers.stream()
            .filter(each -> each.scope.targets(asked.resource().reference().type(), asked.action()))
            .toList();
    if (inScope.isEmpty()) {
      return null;
    }
    Inspection inspection =
        inspector.inspect(prepared.request(), prepared.now(), past).orElse(null);
    return inScope.stream()
        .filter(each -> inspection == null || !each.isCertain(inspection))
        .findFirst()
        .map(Runnability::reason)
        .orElse(null);
  }

  private static String reason(Reader reader) {
    return "`"
        + reader.id
        + "` depends on the behavior `"
        + reader.behavior
        + "`, a score of anomaly that cannot be computed here";
  }

  private static List<Reader> readers(PolicySet policies) {
    Set<String> uncomputed =
        policies.behaviors().stream()
            .filter(each -> each.aggregate() == Behavior.Aggregate.ANOMALY)
            .map(Behavior::name)
            .collect(Collectors.toSet());
    List<Reader> readers = new ArrayList<>();
    if (uncomputed.isEmpty()) {
      return readers;
    }
    for (Rule rule : policies.rules()) {
      if (!rule.shadow()) {
        first(uncomputed, each -> EveryExpression.of(rule, each))
            .map(
                behavior ->
                    new Reader(
                        rule.id(),
                        rule.scope(),
                        rule.when(),
                        rule.unless(),
                        rule.requirement(),
                        behavior))
            .ifPresent(readers::add);
      }
    }
    for (Elevation elevation : policies.elevations()) {
      first(uncomputed, each -> EveryExpression.ofAccess(elevation, each))
          .map(
              behavior ->
                  new Reader(
                      elevation.id(), elevation.scope(), elevation.when(), null, null, behavior))
          .ifPresent(readers::add);
    }
    return readers;
  }

  /** The first of some behaviors that is met on a walk. */
  private static Optional<String> first(Set<String> of, Consumer<Consumer<Expr>> walk) {
    List<String> met = new ArrayList<>();
    walk.accept(
        expr -> {
          if (expr instanceof Expr.BehaviorValue value && of.contains(value.behavior())) {
            met.add(value.behavior());
          }
        });
    return met.stream().findFirst();
  }
}
