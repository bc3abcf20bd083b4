package dev.zt.engine;

import dev.zt.Explanation.Truth;
import dev.zt.Outcome;
import dev.zt.engine.behavior.Contribution;
import dev.zt.engine.behavior.JointKey;
import dev.zt.engine.behavior.Recipe;
import dev.zt.engine.facts.Layout;
import dev.zt.policy.Behavior;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.PolicySet;
import dev.zt.policy.value.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How something counts for one behavior. Immutable and thread-safe. */
final class Counting {
  private final Recipe recipe;
  private final Behavior.@Nullable Decided decided;

  /** Conditions on the resource of which one must hold; empty for none. */
  private final List<Expr> resources;

  private final @Nullable Expr where;
  private final Read[] keys;
  private final Read[] values;
  private final boolean keyed;
  private final boolean subjective;
  private final boolean mayBeRead;

  private Counting(
      Behavior behavior, Recipe recipe, PolicySet policies, Layout layout, boolean mayBeRead) {
    this.recipe = recipe;
    Behavior.Source source = behavior.source();
    if (source instanceof Behavior.Source.Decisions of) {
      this.decided = of.decided();
      this.resources = of.scope().resources();
    } else {
      this.decided = null;
      this.resources = List.of();
    }
    this.where = behavior.where();
    this.keys = reads(behavior.keys(), policies, layout);
    this.values = reads(behavior.values(), policies, layout);
    this.keyed = behavior.keys().stream().anyMatch(Counting::isSubjective);
    this.subjective =
        Stream.concat(behavior.values().stream(), Stream.ofNullable(where))
            .anyMatch(Counting::isSubjective);
    this.mayBeRead = mayBeRead;
  }

  /**
   * How something counts for a behavior.
   *
   * @param mayBeRead whether a decision that counts may depend on the behavior
   */
  static Counting of(
      Behavior behavior, Recipe recipe, PolicySet policies, Layout layout, boolean mayBeRead) {
    return new Counting(behavior, recipe, policies, layout, mayBeRead);
  }

  private static Read[] reads(List<Expr> exprs, PolicySet policies, Layout layout) {
    return exprs.stream().map(each -> Read.of(each, policies, layout)).toArray(Read[]::new);
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

  /** What a decision adds; null for nothing. */
  @Nullable Contribution ofDecision(Outcome outcome, Happening request) {
    return counts(outcome) ? contribution(applies(request), request) : null;
  }

  /** What an event adds; null for nothing. */
  @Nullable Contribution ofEvent(Happening event) {
    boolean about = event.subject() != null;
    if (!about && keyed) {
      return null;
    }
    return contribution(about || !subjective ? applies(event) : Truth.UNKNOWN, event);
  }

  private boolean counts(Outcome outcome) {
    boolean permitted = outcome == Outcome.PERMIT || outcome == Outcome.RESTRICT;
    return decided == Behavior.Decided.ATTEMPTED
        || permitted == (decided == Behavior.Decided.PERMITTED);
  }

  private Truth applies(Happening happening) {
    Truth inScope =
        resources.isEmpty()
            ? Truth.TRUE
            : resources.stream().map(happening.trace()::truth).reduce(Truth.FALSE, Truth::or);
    return where == null ? inScope : inScope.and(happening.trace().truth(where));
  }

  /** Nothing is added where the key is unknown. */
  private @Nullable Contribution contribution(Truth applies, Happening happening) {
    if (applies == Truth.FALSE) {
      return null;
    }
    Object key = key(happening);
    return key == null
        ? null
        : new Contribution(
            recipe, key, applies == Truth.TRUE ? Read.all(values, happening) : null, mayBeRead);
  }

  private @Nullable Object key(Happening happening) {
    if (keys.length == 1) {
      return keys[0].of(happening);
    }
    Value[] parts = Read.values(keys, happening);
    return parts == null ? null : JointKey.of(parts);
  }
}
