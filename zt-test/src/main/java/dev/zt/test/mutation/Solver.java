package dev.zt.test.mutation;

import dev.zt.Explanation.Truth;
import dev.zt.engine.Inspection;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.RiskTerm;
import dev.zt.policy.Schema;
import dev.zt.policy.value.Value;
import dev.zt.test.search.Boundaries;
import dev.zt.test.search.Change;
import dev.zt.test.search.Owner;
import dev.zt.test.search.Setting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Looks for changes of a setting that bring conditions to what they are wanted to be, one condition
 * after the other, at the edges of each. What holds already is left as it is, so that there are few
 * changes. For one thread.
 */
final class Solver {
  private static final int MOST_CHANGES = 30;
  private static final int MOST_TERMS = 6;

  private final Bench bench;
  private final Set<Expr> changed;
  private final BiPredicate<Setting, List<Change>> found;
  private final Set<Setting> shown = new HashSet<>();
  private int looks;

  /**
   * A solver.
   *
   * @param changed conditions each of which is tried at the edges of all of them
   * @param looks how many settings are looked at, at most
   * @param found hears of each solution; true ends the search
   */
  Solver(Bench bench, Set<Expr> changed, int looks, BiPredicate<Setting, List<Change>> found) {
    this.bench = bench;
    this.changed = changed;
    this.looks = looks;
    this.found = found;
  }

  /** Looks for solutions; true when one ended the search. */
  boolean solve(Setting from, List<Goal> goals) {
    Optional<Inspection> look = look(from);
    return look.isPresent() && solve(new State(from, look.get(), List.of()), goals);
  }

  /** How many looks were not needed. */
  int looksLeft() {
    return Math.max(0, looks);
  }

  /** What is given so far, and the changes that led there. */
  private record State(Setting at, Inspection look, List<Change> trail) {}

  private boolean solve(State state, List<Goal> goals) {
    if (goals.isEmpty()) {
      return shown.add(state.at) && found.test(state.at, state.trail);
    }
    Goal goal = goals.get(0);
    List<Goal> rest = goals.subList(1, goals.size());
    return state.look.truth(goal.condition()) == goal.wanted()
        ? solve(state, rest)
        : reach(goal, state, rest);
  }

  private Optional<Inspection> look(Setting at) {
    return looks-- > 0 ? bench.look(at) : Optional.empty();
  }

  private Optional<State> after(State state, Change change) {
    boolean excluded =
        state.trail.size() >= MOST_CHANGES
            || state.trail.stream().anyMatch(earlier -> clash(earlier, change));
    if (excluded) {
      return Optional.empty();
    }
    Setting next = state.at.after(change);
    List<Change> trail = new ArrayList<>(state.trail);
    trail.add(change);
    return look(next).map(look -> new State(next, look, trail));
  }

  /** Fields may be laid over another subject or resource, but nothing is given twice. */
  private static boolean clash(Change earlier, Change later) {
    boolean over = earlier instanceof Change.Replace && !(later instanceof Change.Replace);
    return !over && (earlier.excludes(later) || later.excludes(earlier));
  }

  private boolean reach(Goal goal, State state, List<Goal> rest) {
    Expr condition = goal.condition();
    if (condition instanceof Expr.Named named) {
      return solve(state, before(List.of(new Goal(named.body(), goal.wanted())), rest));
    }
    if (condition instanceof Expr.Not not) {
      Goal inner = new Goal(not.operand(), goal.wanted().not());
      return solve(state, before(List.of(inner), rest));
    }
    if (condition instanceof Expr.And || condition instanceof Expr.Or) {
      boolean decisive = condition instanceof Expr.Or;
      return connective(goal, decisive ? Truth.TRUE : Truth.FALSE, state, rest);
    }
    if (condition instanceof Expr.RiskCompare risk && goal.wanted() != Truth.UNKNOWN) {
      return risk(risk, goal.wanted() == Truth.TRUE, state, rest);
    }
    return atom(goal, observed(condition, state), rest);
  }

  private static List<Goal> before(List<Goal> first, List<Goal> rest) {
    List<Goal> goals = new ArrayList<>(first);
    goals.addAll(rest);
    return goals;
  }

  /** One operand settles it, or all must agree. */
  private boolean connective(Goal goal, Truth decisive, State state, List<Goal> rest) {
    List<Expr> operands = ExprParts.of(goal.condition());
    if (goal.wanted() == decisive) {
      return operands.stream()
          .anyMatch(each -> solve(state, before(List.of(new Goal(each, decisive)), rest)));
    }
    if (goal.wanted() == decisive.not()) {
      List<Goal> all = operands.stream().map(each -> new Goal(each, goal.wanted())).toList();
      return solve(state, before(all, rest));
    }
    for (Expr unknown : operands) {
      List<Goal> all = new ArrayList<>(List.of(Goal.unknown(unknown)));
      operands.stream()
          .filter(each -> !each.equals(unknown))
          .forEach(each -> all.add(new Goal(each, decisive.not())));
      if (solve(state, before(all, rest))) {
        return true;
      }
    }
    return false;
  }

  /** A score is told from which of its terms count; those near to the threshold come first. */
  private boolean risk(Expr.RiskCompare risk, boolean wanted, State state, List<Goal> rest) {
    List<Counting> ways = new ArrayList<>();
    int terms = Math.min(MOST_TERMS, risk.terms().size());
    for (int counting = 0; counting < 1 << terms; counting++) {
      Counting way = Counting.of(risk.terms().subList(0, terms), counting);
      if (risk.op().holds(Long.compare(way.score, risk.threshold())) == wanted) {
        ways.add(way);
      }
    }
    ways.sort(Comparator.comparing(way -> Math.abs(way.score - risk.threshold())));
    return ways.stream().anyMatch(way -> solve(state, before(way.goals, rest)));
  }

  /** Some terms of a risk, and what they come to. */
  private record Counting(List<Goal> goals, long score) {
    static Counting of(List<RiskTerm> terms, int counting) {
      long score = 0;
      List<Goal> goals = new ArrayList<>();
      for (int i = 0; i < terms.size(); i++) {
        boolean counts = (counting >> i & 1) == 1;
        score += counts ? terms.get(i).weight() : 0;
        goals.add(new Goal(terms.get(i).condition(), counts ? Truth.TRUE : Truth.FALSE));
      }
      return new Counting(goals, Math.max(0, Math.min(100, score)));
    }
  }

  /** The same with an instant of observation for those signals that need one to tell anything. */
  private State observed(Expr condition, State state) {
    State observed = state;
    Instant now = state.at.asked().now();
    for (String name : now == null ? Set.<String>of() : SignalsRead.by(condition)) {
      Schema.Signal signal = bench.policies().schema().signals().get(name);
      boolean dated =
          state.at.asked().signals().stream()
              .anyMatch(it -> it.name().equals(name) && it.fields().containsKey("as_of"));
      if (now != null && signal != null && signal.fresh() != null && !dated) {
        Value.Time time = new Value.Time(now.toEpochMilli());
        observed =
            after(observed, Change.Give.of(Owner.signal(name), "as_of", time)).orElse(observed);
      }
    }
    return observed;
  }

  private boolean atom(Goal goal, State state, List<Goal> rest) {
    Expr condition = goal.condition();
    for (Change change : edges(condition, state)) {
      Optional<State> next = after(state, change);
      if (next.isPresent()
          && next.get().look.truth(condition) == goal.wanted()
          && solve(next.get(), rest)) {
        return true;
      }
    }
    return isUnknown(condition, state) && withSample(goal, state, rest);
  }

  private Set<Change> edges(Expr condition, State state) {
    Set<Change> edges = new LinkedHashSet<>(changes(condition, state));
    if (changed.contains(condition)) {
      changed.forEach(each -> edges.addAll(changes(each, state)));
    }
    return edges;
  }

  private List<Change> changes(Expr condition, State state) {
    return Boundaries.of(condition, bench, state.at, state.look);
  }

  private static boolean isUnknown(Expr condition, State state) {
    return condition instanceof Expr.Condition && state.look.truth(condition) == Truth.UNKNOWN;
  }

  /** The parts that have a value of their own: what a quantifier says of its variable has none. */
  private static List<Expr> operands(Expr condition) {
    return condition instanceof Expr.Quantified quantified
        ? List.of(quantified.set())
        : ExprParts.of(condition);
  }

  /** Gives an unknown operand some value, so that there is something to bring the other to. */
  private boolean withSample(Goal goal, State state, List<Goal> rest) {
    for (Expr operand : operands(goal.condition())) {
      if (state.look.value(operand) == null) {
        for (Change change : changes(new Expr.Known(operand, operand.span()), state)) {
          Optional<State> next = after(state, change);
          if (next.isPresent()
              && next.get().look.value(operand) != null
              && solve(next.get(), before(List.of(goal), rest))) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
