package dev.zt.test.coverage;

import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import java.util.function.Predicate;

/**
 * Says which expressions are unknown wherever a certain field is. It may miss some, it never claims
 * one wrongly.
 *
 * @param lacking the fields that are unknown
 */
record Strictness(Predicate<Expr.FieldOf> lacking) {

  boolean isUnknown(Expr expr) {
    if (expr instanceof Expr.FieldOf field && lacking.test(field)) {
      return true;
    }
    if (expr instanceof Expr.InSet in) {
      return isUnknown(in.set()) || (isUnknown(in.element()) && isWrittenAndNotEmpty(in.set()));
    }
    if (expr instanceof Expr.InNetwork in) {
      boolean one = in.outer() instanceof Expr.Literal;
      return isUnknown(in.inner()) && (one || isWrittenAndNotEmpty(in.outer()));
    }
    if (expr instanceof Expr.Quantified quantified) {
      return isUnknown(quantified.set());
    }
    return isStrict(expr) && ExprParts.of(expr).stream().anyMatch(this::isUnknown);
  }

  /** Whether the expression is unknown as soon as one of its parts is. */
  private static boolean isStrict(Expr expr) {
    return expr instanceof Expr.Compare
        || expr instanceof Expr.MatchesGlob
        || expr instanceof Expr.MatchesSpiffe
        || expr instanceof Expr.HasAffix
        || expr instanceof Expr.IsNone
        || isStrictOperand(expr);
  }

  private static boolean isStrictOperand(Expr expr) {
    return expr instanceof Expr.FieldOf
        || expr instanceof Expr.Derived
        || expr instanceof Expr.Age
        || expr instanceof Expr.Named
        || expr instanceof Expr.Arithmetic
        || expr instanceof Expr.Negate
        || expr instanceof Expr.Lower
        || expr instanceof Expr.Size;
  }

  private static boolean isWrittenAndNotEmpty(Expr set) {
    return set instanceof Expr.ListOf list && !list.elements().isEmpty();
  }
}
