package dev.zt.dsl.check.polarity;

import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.ExprText;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The facts that an expression reads, as its author writes them. */
final class HiddenFacts {
  private static final int MOST_NAMED = 3;

  private final Set<String> facts = new LinkedHashSet<>();

  private HiddenFacts() {}

  /** The facts in backticks, joined by {@code or}; the expression itself when it reads none. */
  static String of(Expr expr) {
    HiddenFacts hidden = new HiddenFacts();
    hidden.collect(expr);
    if (hidden.facts.isEmpty()) {
      hidden.facts.add(ExprText.of(expr));
    }
    return hidden.facts.stream()
        .limit(MOST_NAMED)
        .map(fact -> "`" + fact + "`")
        .collect(Collectors.joining(" or "));
  }

  private void collect(Expr expr) {
    if (facts.size() >= MOST_NAMED) {
      return;
    }
    if (expr instanceof Expr.HasRole) {
      facts.add("subject.roles");
    } else if (expr instanceof Expr.HasGroup) {
      facts.add("subject.groups");
    } else if (isFact(expr)) {
      facts.add(ExprText.of(expr));
    } else {
      ExprParts.of(expr).forEach(this::collect);
    }
  }

  private static boolean isFact(Expr expr) {
    return expr instanceof Expr.SignalField
        || expr instanceof Expr.FieldOf
        || expr instanceof Expr.ActionField
        || expr instanceof Expr.Derived
        || expr instanceof Expr.OpenField
        || expr instanceof Expr.BehaviorValue;
  }
}
