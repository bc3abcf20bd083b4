package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.syntax.Expression;
import dev.zt.policy.Expr;
import dev.zt.policy.Type;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** A pair of operands of one type. */
record Operands(Expr left, Expr right) {

  /** Whether neither has been reported. */
  boolean areSound() {
    return !Poison.is(left) && !Poison.is(right);
  }

  /** What both are. */
  Type type() {
    return Types.bare(Poison.is(left) ? right : left);
  }

  /**
   * Reads two operands that must be of one type. Of two that are not, the right one is blamed
   * unless only the left one is a literal or a bare constant.
   *
   * @param allowed whether the operator can have such an operand; when not, the operator is blamed
   *     by the caller and the pair is not compared
   * @param mismatch what to say of a left and a right type that do not go together
   */
  static Operands of(
      ExprChecker checker,
      Expression left,
      Expression right,
      Predicate<Type> allowed,
      BiFunction<Type, Type, String> mismatch) {
    boolean leftFlexible = checker.isFlexible(left);
    boolean rightFlexible = checker.isFlexible(right);
    if (leftFlexible && !rightFlexible) {
      Expr b = checker.infer(right);
      return allowed.test(b.type())
          ? new Operands(
              checker.check(left, Types.bare(b), actual -> mismatch.apply(actual, b.type())), b)
          : new Operands(b, b);
    }
    Expr a = checker.infer(left);
    if (!allowed.test(a.type())) {
      if (!rightFlexible) {
        checker.infer(right);
      }
      return new Operands(a, a);
    }
    if (rightFlexible) {
      return new Operands(
          a, checker.check(right, Types.bare(a), actual -> mismatch.apply(a.type(), actual)));
    }
    return inflexible(checker, left, right, a, mismatch);
  }

  private static Operands inflexible(
      ExprChecker checker,
      Expression left,
      Expression right,
      Expr a,
      BiFunction<Type, Type, String> mismatch) {
    Flexibles flexibles = new Flexibles(checker);
    Expr inferred = checker.infer(right);
    Expr b = flexibles.unclashed(right, inferred, a.type());
    Expr first = flexibles.unclashed(left, a, inferred.type());
    if (Types.fits(first.type(), b.type())) {
      return new Operands(first, b);
    }
    Expression blamed = isLiteral(left) && !isLiteral(right) ? left : right;
    checker
        .file()
        .report(
            Code.TYPE_MISMATCH,
            blamed.span(),
            mismatch.apply(a.type(), b.type()),
            blamed == right ? Remedies.of(b, a.type()) : Remedies.of(a, b.type()));
    return new Operands(Poison.expr(a.span()), Poison.expr(b.span()));
  }

  private static boolean isLiteral(Expression expression) {
    return expression instanceof Expression.BoolLiteral
        || expression instanceof Expression.IntLiteral
        || expression instanceof Expression.DecimalLiteral
        || expression instanceof Expression.TextLiteral
        || expression instanceof Expression.DurationLiteral
        || expression instanceof Expression.DistanceLiteral
        || expression instanceof Expression.SpeedLiteral
        || expression instanceof Expression.EntityLiteral
        || expression instanceof Expression.ListLiteral;
  }
}
