package dev.zt.dsl.check.lint;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.policy.Behavior;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.RiskTerm;
import dev.zt.policy.Rule;
import dev.zt.policy.SourceSpan;
import dev.zt.policy.Type;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that are always true or never, wherever in a rule they stand. Each is judged by itself
 * and with those that it is joined with; a let is judged once, where it is declared.
 */
final class ConstantConditions {
  private final Findings findings;
  private final Demands inRules;
  private final Demands inLets;
  private final Search search = new Search(false);
  private final Set<SourceSpan> judged = new HashSet<>();

  /**
   * A search for them.
   *
   * @param inRules what conditions of a rule tell
   * @param inLets what conditions tell that stand in rules about various types
   */
  ConstantConditions(Findings findings, Demands inRules, Demands inLets) {
    this.findings = findings;
    this.inRules = inRules;
    this.inLets = inLets;
  }

  void rule(Rule rule) {
    clause(rule.when());
    clause(rule.unless());
    clause(rule.requirement());
  }

  void elevation(Elevation elevation) {
    clause(elevation.when());
    Elevation.Approval approval = elevation.approval();
    clause(approval == null ? null : approval.when());
  }

  void behavior(Behavior behavior) {
    Expr where = behavior.where();
    if (where != null) {
      declared(where);
    }
  }

  private void clause(@Nullable Expr expr) {
    if (expr != null) {
      judge(expr, inRules);
      behindNames(expr);
    }
  }

  /** A condition of a behavior or of a risk term, where {@code true} says that there is none. */
  private void declared(Expr expr) {
    if (!(expr instanceof Expr.Literal)) {
      judge(expr, inLets);
    }
    behindNames(expr);
  }

  private void behindNames(Expr expr) {
    if (expr instanceof Expr.Named named) {
      boolean asDeclared = !named.text().contains("(");
      if (asDeclared && judged.add(named.body().span())) {
        if (named.type() == Type.Scalar.BOOL) {
          declared(named.body());
        } else {
          behindNames(named.body());
        }
      }
    } else if (expr instanceof Expr.RiskCompare risk) {
      for (RiskTerm term : risk.terms()) {
        if (judged.add(term.condition().span())) {
          declared(term.condition());
        }
      }
    } else if (!(expr instanceof Expr.Derived)) {
      ExprParts.of(expr).forEach(this::behindNames);
    }
  }

  private void judge(Expr expr, Demands demands) {
    groups(expr, true, demands);
    groups(expr, false, demands);
  }

  /** Every group of conditions that must all come out as wanted for one alternative to do so. */
  private void groups(Expr expr, boolean wanted, Demands demands) {
    Search.Parts parts = search.parts(expr, wanted);
    Constraints constraints = new Constraints(demands);
    for (Atom atom : parts.atoms()) {
      if (isDeliberate(atom.condition())) {
        continue;
      }
      Clash clash = constraints.add(atom);
      if (clash != null) {
        tell(clash, demands);
      }
      if (wanted && atom.condition() instanceof Expr.Quantified quantified) {
        if (!(quantified.body() instanceof Expr.Literal)) {
          judge(quantified.body(), demands);
        }
      }
    }
    for (Atom choice : parts.choices()) {
      Search.alternatives(choice).forEach(each -> groups(each, choice.wanted(), demands));
    }
  }

  /** A named constant is a switch, which is set to one side on purpose. */
  private static boolean isDeliberate(Expr condition) {
    return condition instanceof Expr.Compare compare
        && Constants.of(compare.left()) != null
        && Constants.of(compare.right()) != null
        && (compare.left() instanceof Expr.Named || compare.right() instanceof Expr.Named);
  }

  private void tell(Clash clash, Demands demands) {
    String help = clash.why();
    if (help == null) {
      help = Phrases.help(clash, demands);
    }
    findings.add(Code.CONSTANT_CONDITION, clash.shown().span(), Phrases.of(clash), help);
  }
}
