package dev.zt.cli.needs;

import dev.zt.policy.Effect;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.Schema;
import dev.zt.policy.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the signal fields without which nobody gets PERMIT.
 *
 * <p>A way to PERMIT leads over one permit (or elevation) by one of its subjects and one of its
 * resources, past every forbid, restrict and require of the action. It needs what makes the permit
 * certain and what makes each of the others certainly stay out of the way. An action needs what all
 * its ways need. That is sound: a field that is named is one. It is not complete: a field may be
 * needed for a reason that only the combination of several rules shows.
 */
public final class NeedsAnalysis {
  private final PolicySet policies;

  private NeedsAnalysis(PolicySet policies) {
    this.policies = policies;
  }

  /** Every action that some permit or elevation names, in order of type and action. */
  public static List<ActionNeeds> of(PolicySet policies) {
    NeedsAnalysis analysis = new NeedsAnalysis(policies);
    List<ActionNeeds> all = new ArrayList<>();
    for (Schema.Entity type : policies.schema().entities().values()) {
      for (String action : type.actions().keySet()) {
        List<Way> ways = analysis.ways(type.name(), action);
        if (!ways.isEmpty()) {
          all.add(analysis.needs(type.name(), action, ways));
        }
      }
    }
    return all;
  }

  /** One way to have a permit apply. */
  private record Way(
      String id,
      @Nullable Expr subject,
      @Nullable Expr resource,
      @Nullable Expr when,
      @Nullable Expr unless) {}

  private List<Way> ways(String type, String action) {
    List<Way> ways = new ArrayList<>();
    for (Rule rule : policies.rules()) {
      if (rule.effect() == Effect.PERMIT && !rule.shadow() && rule.scope().targets(type, action)) {
        each(
            rule.scope(),
            (subject, resource) ->
                ways.add(new Way(rule.id(), subject, resource, rule.when(), rule.unless())));
      }
    }
    for (Elevation elevation : policies.elevations()) {
      if (elevation.scope().targets(type, action)) {
        each(
            elevation.scope(),
            (subject, resource) ->
                ways.add(new Way(elevation.id(), subject, resource, elevation.when(), null)));
      }
    }
    return ways;
  }

  private static void each(Scope scope, BiConsumer<@Nullable Expr, @Nullable Expr> way) {
    for (Expr subject : orNone(scope.subjects())) {
      for (Expr resource : orNone(scope.resources())) {
        way.accept(subject, resource);
      }
    }
  }

  private static List<@Nullable Expr> orNone(List<Expr> conditions) {
    List<@Nullable Expr> all = new ArrayList<>(conditions);
    if (all.isEmpty()) {
      all.add(null);
    }
    return all;
  }

  private ActionNeeds needs(String type, String action, List<Way> ways) {
    List<Rule> others =
        policies.rules().stream()
            .filter(rule -> rule.effect() != Effect.PERMIT && !rule.shadow())
            .filter(rule -> rule.scope().targets(type, action))
            .toList();
    Needs needs = Needs.NEVER;
    for (Way way : ways) {
      needs = needs.or(along(way, type, others));
    }
    return new ActionNeeds(type, action, !needs.impossible(), needs.facts());
  }

  private Needs along(Way way, String type, List<Rule> others) {
    Assumptions assumptions = new Assumptions(type);
    assumptions.add(way.subject(), true);
    assumptions.add(way.resource(), true);
    assumptions.add(way.when(), true);
    assumptions.add(way.unless(), false);
    Demands demands = new Demands(policies, assumptions);
    Needs needs =
        demands
            .of(way.subject(), true, Needs.NOTHING)
            .and(demands.of(way.resource(), true, Needs.NOTHING))
            .and(demands.of(way.when(), true, Needs.NOTHING))
            .and(demands.of(way.unless(), false, Needs.NOTHING))
            .by(way.id());
    for (Rule other : others) {
      needs = needs.and(past(other, demands).by(other.id()));
    }
    return needs;
  }

  /** A rule stays out of the way when its scope or condition fails, or its requirement is met. */
  private static Needs past(Rule rule, Demands demands) {
    return none(rule.scope().subjects(), demands)
        .or(none(rule.scope().resources(), demands))
        .or(demands.of(rule.when(), false, Needs.NEVER))
        .or(demands.of(rule.unless(), true, Needs.NEVER))
        .or(demands.of(rule.requirement(), true, Needs.NEVER));
  }

  /** None of the conditions, of which a rule wants one, holds; without any it wants none. */
  private static Needs none(List<Expr> conditions, Demands demands) {
    return conditions.stream()
        .map(each -> demands.of(each).whenFalse())
        .reduce(Needs::and)
        .orElse(Needs.NEVER);
  }
}
