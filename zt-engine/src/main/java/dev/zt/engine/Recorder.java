package dev.zt.engine;

import dev.zt.Explanation.Truth;
import dev.zt.Outcome;
import dev.zt.engine.behavior.Contribution;
import dev.zt.engine.reference.Trace;
import dev.zt.policy.Behavior;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.PolicySet;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a decision or an event adds to the behaviors of a policy set. Immutable and thread-safe.
 *
 * <p>What is not known to count, or for what, is added as such; nothing is added where the key is
 * unknown.
 */
final class Recorder {
  /** By resource type and action the behaviors whose scope may hold a decision. */
  private final Map<String, Map<String, List<Counted>>> decisions = new HashMap<>();

  /** By name of event the behaviors that it may count for. */
  private final Map<String, List<Counted>> events = new HashMap<>();

  Recorder(PolicySet policies) {
    for (Behavior behavior : policies.behaviors()) {
      Counted counted = Counted.of(behavior);
      if (behavior.source() instanceof Behavior.Source.Decisions of) {
        of.scope()
            .targets()
            .forEach(
                (type, actions) ->
                    actions.forEach(
                        action ->
                            decisions
                                .computeIfAbsent(type, absent -> new HashMap<>())
                                .computeIfAbsent(action, absent -> new ArrayList<>())
                                .add(counted)));
      } else if (behavior.source() instanceof Behavior.Source.Events of) {
        events.computeIfAbsent(of.event(), absent -> new ArrayList<>()).add(counted);
      }
    }
  }

  /**
   * A behavior and how something counts for it.
   *
   * @param keyed whether its key speaks of the subject
   * @param subjective whether its condition or its values do
   */
  private record Counted(Behavior behavior, boolean keyed, boolean subjective) {
    static Counted of(Behavior behavior) {
      Expr where = behavior.where();
      return new Counted(
          behavior,
          behavior.keys().stream().anyMatch(Counted::isSubjective),
          Stream.concat(behavior.values().stream(), Stream.ofNullable(where))
              .anyMatch(Counted::isSubjective));
    }

    private static boolean isSubjective(Expr expr) {
      return isSubjective(expr, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean isSubjective(Expr expr, Set<Expr> seen) {
      return seen.add(expr)
          && (expr instanceof Expr.Subject
              || expr instanceof Expr.HasRole
              || expr instanceof Expr.HasGroup
              || expr instanceof Expr.BehaviorValue
              || ExprParts.of(expr).stream().anyMatch(part -> isSubjective(part, seen)));
    }
  }

  /** Whether an event of that name may count for anything. */
  boolean records(String event) {
    return events.containsKey(event);
  }

  /**
   * What a decision adds.
   *
   * @param trace the request, looked into if anything may count
   */
  List<Contribution> ofDecision(
      String resourceType, String action, Outcome outcome, Supplier<Trace> trace) {
    List<Contribution> contributions = new ArrayList<>();
    Trace request = null;
    for (Counted each :
        decisions.getOrDefault(resourceType, Map.of()).getOrDefault(action, List.of())) {
      if (each.behavior.source() instanceof Behavior.Source.Decisions of
          && counts(of.decided(), outcome)) {
        request = request == null ? trace.get() : request;
        Truth applies = applies(of.scope().resources(), each.behavior, request);
        add(each.behavior, applies, request, contributions);
      }
    }
    return contributions;
  }

  /**
   * What an event adds.
   *
   * @param hasSubject whether it is known whom it is about
   */
  List<Contribution> ofEvent(String event, boolean hasSubject, Trace trace) {
    List<Contribution> contributions = new ArrayList<>();
    for (Counted each : events.getOrDefault(event, List.of())) {
      if (hasSubject || !each.keyed) {
        boolean judgeable = hasSubject || !each.subjective;
        Truth applies = judgeable ? applies(List.of(), each.behavior, trace) : Truth.UNKNOWN;
        add(each.behavior, applies, trace, contributions);
      }
    }
    return contributions;
  }

  private static boolean counts(Behavior.Decided decided, Outcome outcome) {
    boolean permitted = outcome == Outcome.PERMIT || outcome == Outcome.RESTRICT;
    return switch (decided) {
      case PERMITTED -> permitted;
      case DENIED -> !permitted;
      case ATTEMPTED -> true;
    };
  }

  private static Truth applies(List<Expr> resources, Behavior behavior, Trace trace) {
    Truth inScope =
        resources.isEmpty()
            ? Truth.TRUE
            : resources.stream().map(trace::truth).reduce(Truth.FALSE, Truth::or);
    Expr where = behavior.where();
    return where == null ? inScope : inScope.and(trace.truth(where));
  }

  private static void add(
      Behavior behavior, Truth applies, Trace trace, List<Contribution> contributions) {
    if (applies == Truth.FALSE) {
      return;
    }
    List<Value> key = values(behavior.keys(), trace);
    if (key != null) {
      contributions.add(
          new Contribution(
              behavior.name(),
              key,
              applies == Truth.TRUE ? values(behavior.values(), trace) : null));
    }
  }

  /** The values, or null when one of them is unknown or none. */
  private static @Nullable List<Value> values(List<Expr> exprs, Trace trace) {
    List<Value> values = new ArrayList<>();
    for (Expr each : exprs) {
      Value value = trace.value(each);
      if (value == null || value instanceof Value.None) {
        return null;
      }
      values.add(value);
    }
    return values;
  }
}
