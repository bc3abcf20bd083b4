package dev.zt.test.mutation;

import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The conditions that a mutant changes, as they are and as it has them. */
final class ChangedAtoms {
  private ChangedAtoms() {}

  static Set<Expr> of(Mutant mutant, PolicySet policies) {
    Set<Expr> before = new LinkedHashSet<>();
    Set<Expr> after = new LinkedHashSet<>();
    for (Rule rule : policies.rules()) {
      Optional<Rule> changed = mutant.variant().rules().getOrDefault(rule.id(), Optional.empty());
      if (changed.isPresent()) {
        collect(Formulas.of(rule), before);
        collect(Formulas.of(changed.get()), after);
      }
    }
    Set<Expr> differing = new LinkedHashSet<>(before);
    differing.removeAll(after);
    after.removeAll(before);
    differing.addAll(after);
    return differing;
  }

  private static void collect(Expr condition, Set<Expr> atoms) {
    boolean compound =
        condition instanceof Expr.And
            || condition instanceof Expr.Or
            || condition instanceof Expr.Not
            || condition instanceof Expr.Named
            || condition instanceof Expr.RiskCompare;
    if (compound) {
      ExprParts.of(condition).forEach(part -> collect(part, atoms));
    } else {
      atoms.add(condition);
    }
  }
}
