package dev.zt.test.mutation;

import dev.zt.policy.Consequence;
import dev.zt.policy.Effect;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold of a request for a mutant to decide it otherwise, as lists of goals. */
final class Wishes {
  private final PolicySet policies;
  private final Mutant mutant;

  Wishes(PolicySet policies, Mutant mutant) {
    this.policies = policies;
    this.mutant = mutant;
  }

  /** The lists for one target, the most promising first. */
  List<List<Goal>> of(Reach.Target target) {
    List<List<Goal>> wishes = new ArrayList<>();
    if (mutant.variant().schema() != null) {
      readers(target, wishes);
    }
    mutant
        .variant()
        .rules()
        .forEach(
            (id, changed) ->
                policies.rules().stream()
                    .filter(rule -> rule.id().equals(id))
                    .forEach(rule -> of(rule, changed, target, wishes)));
    mutant
        .variant()
        .elevations()
        .forEach(
            (id, changed) ->
                policies.elevations().stream()
                    .filter(each -> each.id().equals(id))
                    .forEach(each -> of(each, changed, target, wishes)));
    return wishes;
  }

  /** With other declarations: each rule once as one that counts and once as one that does not. */
  private void readers(Reach.Target target, List<List<Goal>> wishes) {
    for (Rule rule : policies.rules()) {
      Expr formula = formula(rule, target);
      if (!formula.equals(Formulas.NEVER)) {
        boolean gives = rule.effect() == Effect.PERMIT;
        for (Goal goal : List.of(Goal.holds(formula), Goal.fails(formula))) {
          List<Goal> goals = new ArrayList<>(List.of(goal));
          goals.addAll(others(target, rule.id(), gives, true));
          wishes.add(goals);
        }
      }
    }
  }

  private void of(Rule rule, Optional<Rule> changed, Reach.Target target, List<List<Goal>> wishes) {
    Expr before = formula(rule, target);
    Expr after = changed.map(it -> formula(it, target)).orElse(Formulas.NEVER);
    boolean gives = rule.effect() == Effect.PERMIT;
    boolean sameCondition = changed.isPresent() && before.equals(after);
    List<List<Goal>> turns =
        sameCondition ? List.of(List.of(Goal.holds(before))) : turns(before, after, gives);
    for (boolean strict : new boolean[] {true, false}) {
      for (List<Goal> turn : turns) {
        List<Goal> goals = new ArrayList<>(turn);
        goals.addAll(others(target, rule.id(), gives, strict));
        wishes.add(goals);
      }
    }
  }

  private void of(
      Elevation elevation,
      Optional<Elevation> changed,
      Reach.Target target,
      List<List<Goal>> wishes) {
    Expr before = formula(elevation, target);
    Expr after = changed.map(it -> formula(it, target)).orElse(Formulas.NEVER);
    for (List<Goal> turn : turns(before, after, true)) {
      List<Goal> goals = new ArrayList<>(turn);
      goals.addAll(others(target, elevation.id(), true, true));
      wishes.add(goals);
    }
  }

  private static Expr formula(Rule rule, Reach.Target target) {
    boolean counts = !rule.shadow() && rule.scope().targets(target.type(), target.action());
    return counts ? Formulas.of(rule) : Formulas.NEVER;
  }

  private static Expr formula(Elevation elevation, Reach.Target target) {
    boolean counts = elevation.scope().targets(target.type(), target.action());
    return counts ? Formulas.of(elevation) : Formulas.NEVER;
  }

  /** The ways in which one counts and the other does not: an unknown counts unless it gives. */
  private static List<List<Goal>> turns(Expr before, Expr after, boolean gives) {
    List<List<Goal>> turns = new ArrayList<>();
    turn(Goal.holds(after), Goal.fails(before), turns);
    turn(Goal.holds(before), Goal.fails(after), turns);
    if (gives) {
      turn(Goal.unknown(before), Goal.holds(after), turns);
      turn(Goal.unknown(after), Goal.holds(before), turns);
    } else {
      turn(Goal.unknown(after), Goal.fails(before), turns);
      turn(Goal.unknown(before), Goal.fails(after), turns);
    }
    return turns;
  }

  /** In both orders: the edges of the first condition are tried, and the second picks. */
  private static void turn(Goal one, Goal other, List<List<Goal>> turns) {
    turns.add(List.of(one, other));
    turns.add(List.of(other, one));
  }

  /**
   * The other rules keep quiet, so that it is this one that decides.
   *
   * @param strict whether those that would only challenge or restrict keep quiet, too
   */
  private List<Goal> others(Reach.Target target, String id, boolean gives, boolean strict) {
    Set<String> changed = mutant.variant().rules().keySet();
    List<Goal> goals = new ArrayList<>();
    List<Expr> permits = new ArrayList<>();
    for (Rule rule : policies.rules()) {
      boolean counts = !rule.shadow() && rule.scope().targets(target.type(), target.action());
      if (!counts || rule.id().equals(id)) {
        continue;
      }
      if (rule.effect() == Effect.PERMIT) {
        permits.add(Formulas.of(rule));
      } else if (!changed.contains(rule.id()) && (strict || denies(rule))) {
        goals.add(Goal.fails(Formulas.of(rule)));
      }
    }
    if (gives) {
      permits.forEach(each -> goals.add(Goal.fails(each)));
    } else {
      goals.add(0, Goal.holds(Formulas.anyOf(permits)));
    }
    return goals;
  }

  private static boolean denies(Rule rule) {
    return rule.effect() == Effect.FORBID || rule.consequence() instanceof Consequence.Deny;
  }
}
