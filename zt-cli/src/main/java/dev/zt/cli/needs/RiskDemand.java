package dev.zt.cli.needs;

import dev.zt.policy.CompareOp;
import dev.zt.policy.Expr;
import dev.zt.policy.RiskTerm;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the comparison of a risk score needs. A fact is needed if the terms that are unknown without
 * it leave the score open however the other terms turn out.
 */
final class RiskDemand {
  private final Expr.RiskCompare compare;
  private final Function<Expr, Demand> demands;

  private RiskDemand(Expr.RiskCompare compare, Function<Expr, Demand> demands) {
    this.compare = compare;
    this.demands = demands;
  }

  static Demand of(Expr.RiskCompare compare, Function<Expr, Demand> demands) {
    RiskDemand risk = new RiskDemand(compare, demands);
    return switch (compare.op()) {
      case LT, LE -> new Demand(risk.needs(false), risk.needs(true));
      case GT, GE -> new Demand(risk.needs(true), risk.needs(false));
      case EQ, NE -> Demand.NOTHING;
    };
  }

  /**
   * @param high whether the whole score must come out high enough, else low enough
   */
  private Needs needs(boolean high) {
    Set<String> named = new TreeSet<>();
    for (RiskTerm term : compare.terms()) {
      named.addAll(demands.apply(term.condition()).known().facts().keySet());
    }
    boolean wanted = high == (compare.op() == CompareOp.GT || compare.op() == CompareOp.GE);
    if (!reaches(high, wanted, "")) {
      return Needs.NEVER;
    }
    Needs needs = Needs.NOTHING;
    for (String fact : named) {
      if (!reaches(high, wanted, fact)) {
        needs = needs.and(Needs.of(fact));
      }
    }
    return needs;
  }

  /** Whether the comparison can be settled as wanted when a fact is hidden. */
  private boolean reaches(boolean high, boolean wanted, String hidden) {
    long bound = 0;
    for (RiskTerm term : compare.terms()) {
      boolean unknown = demands.apply(term.condition()).known().facts().containsKey(hidden);
      // An unknown term may turn out badly; a known one may turn out well.
      boolean raised = unknown != high;
      bound += raised ? Math.max(0, term.weight()) : Math.min(0, term.weight());
    }
    long score = Math.max(0, Math.min(100, bound));
    return compare.op().holds(Long.compare(score, compare.threshold())) == wanted;
  }
}
