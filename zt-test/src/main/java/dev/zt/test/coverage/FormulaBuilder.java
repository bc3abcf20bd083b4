package dev.zt.test.coverage;

import dev.zt.Explanation.Truth;
import dev.zt.policy.Expr;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the conditions of one rule apart, through lets and risk scores. Not thread-safe. */
final class FormulaBuilder {
  private final List<Atom> atoms = new ArrayList<>();

  /** How a condition comes into a rule. */
  private record Way(Atom.Part part, @Nullable Through through, boolean scored) {
    Way by(Through use) {
      return through == null ? new Way(part, use, scored) : this;
    }

    Way scoredBy(Through use) {
      return new Way(part, through == null ? use : through, true);
    }
  }

  /** The atoms of all that was built, by number. */
  List<Atom> atoms() {
    return List.copyOf(atoms);
  }

  /** Of alternatives one holds; of none at all everything does. */
  Formula anyOf(List<Expr> alternatives, Atom.Part part) {
    return alternatives.isEmpty()
        ? new Formula.All(List.of())
        : new Formula.Some(alternatives.stream().map(each -> build(each, part)).toList());
  }

  Formula build(Expr condition, Atom.Part part) {
    return build(condition, new Way(part, null, false));
  }

  private Formula build(Expr condition, Way way) {
    if (condition instanceof Expr.And and) {
      return new Formula.All(buildAll(and.operands(), way));
    }
    if (condition instanceof Expr.Or or) {
      return new Formula.Some(buildAll(or.operands(), way));
    }
    if (condition instanceof Expr.Not not) {
      return new Formula.Inverse(build(not.operand(), way));
    }
    if (condition instanceof Expr.Named named) {
      return build(named.body(), way.by(new Through(named.text(), named.span())));
    }
    if (condition instanceof Expr.RiskCompare risk) {
      return score(risk, way.scoredBy(new Through(risk.risk(), risk.span())));
    }
    if (condition instanceof Expr.Literal literal && literal.value() instanceof Value.Bool bool) {
      return new Formula.Constant(Truth.of(bool.value()));
    }
    atoms.add(new Atom(atoms.size(), condition, way.part, way.through, way.scored));
    return new Formula.Leaf(atoms.size() - 1);
  }

  private Formula score(Expr.RiskCompare risk, Way way) {
    return new Formula.Score(
        risk.terms().stream()
            .map(term -> new Formula.Score.Term(term.weight(), build(term.condition(), way)))
            .toList(),
        risk.op(),
        risk.threshold());
  }

  private List<Formula> buildAll(List<Expr> operands, Way way) {
    return operands.stream().map(each -> build(each, way)).toList();
  }
}
