package dev.zt.test.search;

import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Sets of one element, or none, for a quantifier. */
record Elements(Neighbours neighbours, Samples samples) {

  List<Value> of(Expr.Quantified quantified) {
    List<Value> elements = new ArrayList<>();
    collect(quantified.body(), quantified.variable(), elements);
    List<Value> sets = new ArrayList<>(List.of(Value.SetOf.of(List.of())));
    elements.forEach(each -> sets.add(Value.SetOf.of(List.of(each))));
    return sets;
  }

  private void collect(Expr condition, String variable, List<Value> elements) {
    if (condition instanceof Expr.Compare compare && isVariable(compare.left(), variable)) {
      literals(compare.right()).forEach(each -> elements.addAll(neighbours.of(each)));
    } else if (condition instanceof Expr.MatchesGlob glob && isVariable(glob.text(), variable)) {
      elements.addAll(Patterns.of(glob.pattern()));
    } else if (condition instanceof Expr.HasAffix affix && isVariable(affix.text(), variable)) {
      literals(affix.other())
          .forEach(each -> elements.addAll(Patterns.of(affix.affix(), (Value.Text) each)));
    } else if (condition instanceof Expr.InSet in && isVariable(in.element(), variable)) {
      ExprParts.of(in.set()).forEach(each -> elements.addAll(literals(each)));
      Value other = samples.of(in.element().type());
      elements.addAll(other == null ? List.of() : List.of(other));
    } else {
      ExprParts.of(condition).forEach(each -> collect(each, variable, elements));
    }
  }

  private static boolean isVariable(Expr expr, String variable) {
    return expr instanceof Expr.Variable it && it.name().equals(variable);
  }

  private static List<Value> literals(Expr expr) {
    return expr instanceof Expr.Literal literal ? List.of(literal.value()) : List.of();
  }
}
