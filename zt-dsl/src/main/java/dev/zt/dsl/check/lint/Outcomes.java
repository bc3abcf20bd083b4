package dev.zt.dsl.check.lint;

import dev.zt.policy.CompareOp;
import dev.zt.policy.Containment;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.Quantifier;
import dev.zt.policy.RiskTerm;
import dev.zt.policy.value.Value;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.LongStream;

/**
 * In which ways a condition may come out under an assumption, at the most: true, false, unknown. A
 * field that its owner does not have is unknown.
 */
final class Outcomes {
  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int UNKNOWN = 4;
  private static final int ANY = TRUE | FALSE | UNKNOWN;

  private final Assumption assumption;
  private final IdentityHashMap<Expr, Integer> behindNames = new IdentityHashMap<>();

  Outcomes(Assumption assumption) {
    this.assumption = assumption;
  }

  boolean canBe(Expr condition, boolean truth) {
    return (of(condition) & (truth ? TRUE : FALSE)) != 0;
  }

  boolean canBeUnknown(Expr condition) {
    return (of(condition) & UNKNOWN) != 0;
  }

  private int of(Expr expr) {
    if (expr instanceof Expr.Literal literal && literal.value() instanceof Value.Bool bool) {
      return bool.value() ? TRUE : FALSE;
    }
    if (expr instanceof Expr.And and) {
      return all(and.operands());
    }
    if (expr instanceof Expr.Or or) {
      return swap(
          or.operands().stream().map(this::of).map(Outcomes::swap).reduce(TRUE, Outcomes::both));
    }
    if (expr instanceof Expr.Not not) {
      return swap(of(not.operand()));
    }
    if (expr instanceof Expr.Named named) {
      return behindName(named.body());
    }
    if (expr instanceof Expr.IsType is) {
      return isType(is);
    }
    if (expr instanceof Expr.Known known) {
      return isLacking(known.operand()) ? FALSE : TRUE | FALSE;
    }
    if (expr instanceof Expr.RiskCompare risk) {
      return risk(risk);
    }
    if (expr instanceof Expr.Quantified quantified) {
      return quantified(quantified);
    }
    return operator(expr);
  }

  private int behindName(Expr body) {
    Integer known = behindNames.get(body);
    if (known == null) {
      known = of(body);
      behindNames.put(body, known);
    }
    return known;
  }

  // ---- connectives ----

  private int all(List<Expr> operands) {
    return operands.stream().map(this::of).reduce(TRUE, Outcomes::both);
  }

  /** The outcomes of an {@code and} of two that come out in these ways. */
  private static int both(int a, int b) {
    int both = (a | b) & FALSE;
    if ((a & TRUE) != 0 && (b & TRUE) != 0) {
      both |= TRUE;
    }
    boolean unknown =
        ((a & UNKNOWN) != 0 && (b & (TRUE | UNKNOWN)) != 0)
            || ((b & UNKNOWN) != 0 && (a & TRUE) != 0);
    return unknown ? both | UNKNOWN : both;
  }

  private static int swap(int outcomes) {
    int swapped = outcomes & UNKNOWN;
    swapped |= (outcomes & TRUE) != 0 ? FALSE : 0;
    return swapped | ((outcomes & FALSE) != 0 ? TRUE : 0);
  }

  private int quantified(Expr.Quantified quantified) {
    if (isLacking(quantified.set())) {
      return UNKNOWN;
    }
    int ofEmpty = quantified.quantifier() == Quantifier.ANY ? FALSE : TRUE;
    return of(quantified.body()) | ofEmpty | UNKNOWN;
  }

  // ---- leaves ----

  private int isType(Expr.IsType is) {
    Expr entity = Constants.bare(is.entity());
    if (entity instanceof Expr.Subject || entity instanceof Expr.Resource) {
      boolean assumed =
          assumption.type() != null && assumption.ofSubject() == (entity instanceof Expr.Subject);
      if (assumed) {
        return is.entityType().equals(assumption.type()) ? TRUE : FALSE;
      }
      return TRUE | FALSE;
    }
    return operator(is);
  }

  /** Most operators are unknown as soon as one operand is. */
  private int operator(Expr expr) {
    if (expr instanceof Expr.InSet in) {
      return membership(in.element(), in.set());
    }
    if (expr instanceof Expr.Contains contains) {
      if (contains.kind() == Containment.ONE) {
        return membership(contains.operand(), contains.set());
      }
      List<Value> operand = Constants.elements(contains.operand());
      if (operand != null && operand.isEmpty()) {
        return contains.kind() == Containment.ALL ? TRUE : FALSE;
      }
      Expr lacking = operand == null ? contains.operand() : contains.set();
      return isLacking(lacking) ? UNKNOWN : ANY;
    }
    boolean inNothing =
        (expr instanceof Expr.InNetwork network && isEmptyList(network.outer()))
            || (expr instanceof Expr.InHierarchy hierarchy && isEmptyList(hierarchy.container()));
    return inNothing ? FALSE : isLacking(expr) ? UNKNOWN : ANY;
  }

  private static boolean isEmptyList(Expr set) {
    List<Value> constants = Constants.elements(set);
    return constants != null && constants.isEmpty();
  }

  /** Membership in a list is the {@code or} of its comparisons. */
  private int membership(Expr element, Expr set) {
    if (!(Constants.bare(set) instanceof Expr.ListOf list)) {
      if (isEmptyList(set)) {
        return FALSE;
      }
      boolean constant = Constants.elements(set) != null;
      return isLacking(set) || (constant && isLacking(element)) ? UNKNOWN : ANY;
    }
    if (list.elements().isEmpty()) {
      return FALSE;
    }
    if (isLacking(element)) {
      return UNKNOWN;
    }
    boolean oneLacking = list.elements().stream().anyMatch(this::isLacking);
    boolean allLacking = list.elements().stream().allMatch(this::isLacking);
    return allLacking ? UNKNOWN : oneLacking ? TRUE | UNKNOWN : ANY;
  }

  /** A comparison with a score is decided where all scores between least and most agree. */
  private int risk(Expr.RiskCompare risk) {
    Score least = new Score();
    Score most = new Score();
    for (RiskTerm term : risk.terms()) {
      int outcomes = of(term.condition());
      boolean raises = term.weight() > 0;
      least.add(term.weight(), outcomes, raises ? TRUE : TRUE | UNKNOWN);
      most.add(term.weight(), outcomes, raises ? TRUE | UNKNOWN : TRUE);
    }
    if (holdsAll(risk, least.low(), most.high())) {
      return TRUE;
    }
    if (holdsNone(risk, least.low(), most.high())) {
      return FALSE;
    }
    boolean rises = risk.op() == CompareOp.GT || risk.op() == CompareOp.GE;
    boolean falls = risk.op() == CompareOp.LT || risk.op() == CompareOp.LE;
    boolean mayBeTrue = rises ? holds(risk, least.high()) : !falls || holds(risk, most.low());
    boolean mayBeFalse = rises ? !holds(risk, most.low()) : !falls || !holds(risk, least.high());
    return UNKNOWN | (mayBeTrue ? TRUE : 0) | (mayBeFalse ? FALSE : 0);
  }

  private static boolean holds(Expr.RiskCompare risk, long score) {
    return risk.op().holds(Long.compare(score, risk.threshold()));
  }

  private static boolean holdsAll(Expr.RiskCompare risk, long low, long high) {
    return LongStream.rangeClosed(low, high).allMatch(score -> holds(risk, score));
  }

  private static boolean holdsNone(Expr.RiskCompare risk, long low, long high) {
    return LongStream.rangeClosed(low, high).noneMatch(score -> holds(risk, score));
  }

  /** Between which bounds one end of a score's interval may lie. */
  private static final class Score {
    private long low;
    private long high;

    /** Adds a term that counts for this end when its condition comes out in one of these ways. */
    void add(long weight, int outcomes, int counting) {
      long bounded = Math.max(-100, Math.min(100, weight));
      boolean may = (outcomes & counting) != 0;
      boolean must = (outcomes & ~counting) == 0;
      low += bounded < 0 ? (may ? bounded : 0) : (must ? bounded : 0);
      high += bounded > 0 ? (may ? bounded : 0) : (must ? bounded : 0);
    }

    long low() {
      return Math.max(0, Math.min(100, low));
    }

    long high() {
      return Math.max(0, Math.min(100, high));
    }
  }

  /** Whether a value is unknown because a field that it needs does not exist. */
  private boolean isLacking(Expr expr) {
    if (assumption.lacking().isEmpty()) {
      return false;
    }
    if (expr instanceof Expr.FieldOf field) {
      Expr owner = Constants.bare(field.target());
      boolean assumed =
          assumption.ofSubject() ? owner instanceof Expr.Subject : owner instanceof Expr.Resource;
      return assumed ? assumption.lacking().contains(field.field()) : isLacking(field.target());
    }
    if (expr instanceof Expr.Derived derived) {
      return isLacking(derived.path());
    }
    boolean hasOwnAnswer =
        expr instanceof Expr.OpenField
            || expr instanceof Expr.Default
            || expr instanceof Expr.And
            || expr instanceof Expr.Or
            || expr instanceof Expr.Known
            || expr instanceof Expr.InSet
            || expr instanceof Expr.Contains
            || expr instanceof Expr.Quantified
            || expr instanceof Expr.RiskCompare;
    return !hasOwnAnswer && ExprParts.of(expr).stream().anyMatch(this::isLacking);
  }
}
