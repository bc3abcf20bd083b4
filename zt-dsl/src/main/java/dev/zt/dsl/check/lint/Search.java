package dev.zt.dsl.check.lint;

import dev.zt.policy.Expr;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for a reason why conditions cannot come out in a certain way, all of them at once. */
final class Search {
  private final boolean throughLets;

  /** A search that looks behind the names of lets, or takes each as a condition of its own. */
  Search(boolean throughLets) {
    this.throughLets = throughLets;
  }

  /**
   * What must come out in the same way for an expression to come out as wanted.
   *
   * @param atoms all of these
   * @param choices of each of these one alternative
   */
  record Parts(List<Atom> atoms, List<Atom> choices) {}

  /** A reason why the expression cannot come out as wanted where the constraints hold, or null. */
  @Nullable Clash add(Expr expr, boolean wanted, Constraints constraints) {
    return add(new Atom(expr, wanted, expr, wanted, 0), false, constraints);
  }

  private @Nullable Clash add(Atom whole, boolean behindName, Constraints constraints) {
    Parts parts = parts(whole, behindName);
    for (Atom atom : parts.atoms()) {
      Clash clash = constraints.add(atom);
      if (clash != null) {
        return clash;
      }
    }
    for (Atom choice : parts.choices()) {
      Clash clash = choose(choice, constraints);
      if (clash != null) {
        return clash;
      }
    }
    return null;
  }

  private @Nullable Clash choose(Atom choice, Constraints constraints) {
    List<Constraints> possible = new ArrayList<>();
    List<Clash> clashes = new ArrayList<>();
    boolean behindName = choice.shown() != choice.condition();
    for (Expr each : alternatives(choice)) {
      Constraints alternative = constraints.alternative();
      Atom atom =
          behindName
              ? new Atom(
                  each, choice.wanted(), choice.shown(), choice.shownWanted(), choice.depth() + 1)
              : new Atom(each, choice.wanted(), each, choice.wanted(), choice.depth() + 1);
      Clash clash = add(atom, behindName, alternative);
      if (clash == null) {
        possible.add(alternative);
      } else {
        clashes.add(clash);
      }
    }
    if (possible.isEmpty()) {
      return clashOfAll(choice, clashes);
    }
    constraints.addCommon(possible, choice, clashes.isEmpty());
    return null;
  }

  private static Clash clashOfAll(Atom choice, List<Clash> clashes) {
    Set<Atom> outside = new LinkedHashSet<>();
    for (Clash clash : clashes) {
      clash.others().stream()
          .filter(other -> other.depth() <= choice.depth())
          .forEach(outside::add);
    }
    String why = clashes.stream().map(Clash::why).filter(Objects::nonNull).findFirst().orElse(null);
    return new Clash(choice.shown(), choice.shownWanted(), List.copyOf(outside), why);
  }

  /** The operands of which one must come out as wanted. */
  static List<Expr> alternatives(Atom choice) {
    return choice.condition() instanceof Expr.Or or
        ? or.operands()
        : ((Expr.And) choice.condition()).operands();
  }

  Parts parts(Expr expr, boolean wanted) {
    return parts(new Atom(expr, wanted, expr, wanted, 0), false);
  }

  private Parts parts(Atom whole, boolean behindName) {
    Parts parts = new Parts(new ArrayList<>(), new ArrayList<>());
    split(whole.condition(), whole.wanted(), behindName ? whole : null, whole.depth(), parts);
    return parts;
  }

  private void split(Expr expr, boolean wanted, @Nullable Atom name, int depth, Parts parts) {
    if (expr instanceof Expr.Not not) {
      boolean atom = name == null && isAtom(not.operand());
      Atom shown = atom ? new Atom(expr, wanted, expr, wanted, depth) : name;
      split(not.operand(), !wanted, shown, depth, parts);
    } else if (expr instanceof Expr.Named named && throughLets) {
      Atom shown = name == null ? new Atom(expr, wanted, expr, wanted, depth) : name;
      split(named.body(), wanted, shown, depth, parts);
    } else if (expr instanceof Expr.And and && wanted) {
      and.operands().forEach(operand -> split(operand, true, name, depth, parts));
    } else if (expr instanceof Expr.Or or && !wanted) {
      or.operands().forEach(operand -> split(operand, false, name, depth, parts));
    } else {
      boolean choice = expr instanceof Expr.And || expr instanceof Expr.Or;
      List<Atom> kind = choice ? parts.choices() : parts.atoms();
      kind.add(
          name == null
              ? new Atom(expr, wanted, expr, wanted, depth)
              : new Atom(expr, wanted, name.shown(), name.shownWanted(), depth));
    }
  }

  /** Whether a {@code not} before the condition is best shown together with it. */
  private boolean isAtom(Expr expr) {
    boolean connective =
        expr instanceof Expr.And || expr instanceof Expr.Or || expr instanceof Expr.Not;
    return !connective && !(expr instanceof Expr.Named && throughLets);
  }
}
