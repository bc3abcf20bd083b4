package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.syntax.BinaryOperator;
import dev.zt.dsl.syntax.Expression;
import dev.zt.policy.ArithmeticOp;
import dev.zt.policy.Expr;
import dev.zt.policy.Type;
import dev.zt.policy.Type.Scalar;

/** {@code +}, {@code -} and {@code *}. */
final class Arithmetics {
  private final ExprChecker checker;

  Arithmetics(ExprChecker checker) {
    this.checker = checker;
  }

  static boolean isArithmetic(BinaryOperator operator) {
    return operator == BinaryOperator.PLUS
        || operator == BinaryOperator.MINUS
        || operator == BinaryOperator.TIMES;
  }

  Expr combine(Expression.Binary sum) {
    boolean leftFlexible = checker.isFlexible(sum.left());
    Expr other = checker.infer(leftFlexible ? sum.right() : sum.left());
    Type known = Types.bare(other);
    if (Poison.is(known)) {
      return poisoned(sum, leftFlexible);
    }
    if (!(known instanceof Scalar scalar) || !has(scalar, sum.operator())) {
      return refuse(sum, known);
    }
    return switch (scalar) {
      case INT, DECIMAL -> numbers(sum, scalar, leftFlexible, other);
      case TIME -> leftFlexible ? timeAfterText(sum, other) : fromTime(sum, other);
      case DURATION -> leftFlexible ? beforeDuration(sum, other) : fromDuration(sum, other);
      case BOOL, STRING, DISTANCE, SPEED, VERSION, IP, CIDR, COUNTRY, POINT, SCHEDULE, SPIFFE ->
          refuse(sum, known);
    };
  }

  private static boolean has(Scalar type, BinaryOperator operator) {
    return type == Scalar.INT
        || type == Scalar.DECIMAL
        || ((type == Scalar.TIME || type == Scalar.DURATION) && operator != BinaryOperator.TIMES);
  }

  private Expr poisoned(Expression.Binary sum, boolean leftFlexible) {
    Expression rest = leftFlexible ? sum.left() : sum.right();
    if (!checker.isFlexible(rest)) {
      checker.infer(rest);
    }
    return checker.poison(sum);
  }

  private Expr refuse(Expression.Binary sum, Type type) {
    checker
        .file()
        .report(
            Code.NO_SUCH_OPERATOR,
            sum.opSpan(),
            Types.a(type) + " has no `" + sum.operator().text() + "`");
    return checker.poison(sum);
  }

  private Expr numbers(Expression.Binary sum, Scalar type, boolean leftFlexible, Expr other) {
    Expression rest = leftFlexible ? sum.left() : sum.right();
    Expr typed =
        checker.check(
            rest,
            type,
            actual -> leftFlexible ? mismatch(sum, actual, type) : mismatch(sum, type, actual));
    return leftFlexible ? made(sum, typed, other, type) : made(sum, other, typed, type);
  }

  /** Of literals only, in a place that asks for a decimal. */
  Expr ofDecimals(Expression.Binary sum) {
    return made(
        sum,
        checker.check(sum.left(), Scalar.DECIMAL),
        checker.check(sum.right(), Scalar.DECIMAL),
        Scalar.DECIMAL);
  }

  /** {@code time - time}, {@code time + duration}, {@code time - duration}. */
  private Expr fromTime(Expression.Binary sum, Expr left) {
    if (sum.operator() == BinaryOperator.PLUS) {
      Expr right = checker.check(sum.right(), Scalar.DURATION, added(sum, Scalar.TIME));
      return made(sum, left, right, Scalar.TIME);
    }
    boolean isTime = checker.isFlexible(sum.right());
    Expr right =
        isTime
            ? checker.check(sum.right(), Scalar.TIME, added(sum, Scalar.TIME))
            : checker.infer(sum.right());
    if (Poison.is(right)) {
      return checker.poison(sum);
    }
    if (Types.bare(right) == Scalar.TIME) {
      return isAge(left) ? age(sum, right) : made(sum, left, right, Scalar.DURATION);
    }
    if (Types.bare(right) == Scalar.DURATION) {
      return made(sum, left, right, Scalar.TIME);
    }
    return checker.refuse(
        Code.TYPE_MISMATCH, sum.right(), mismatch(sum, Scalar.TIME, right.type()), null);
  }

  private boolean isAge(Expr left) {
    return checker.env().place() == Place.FIELD && left instanceof Expr.Now;
  }

  private Expr age(Expression.Binary sum, Expr time) {
    return new Expr.Age(time, checker.at(sum));
  }

  /** A text and a time: {@code "2026-01-01T00:00Z" - now}. */
  private Expr timeAfterText(Expression.Binary sum, Expr right) {
    if (sum.operator() == BinaryOperator.PLUS) {
      return checker.refuse(
          Code.TYPE_MISMATCH, sum.right(), mismatch(sum, Scalar.TIME, Scalar.TIME), null);
    }
    Expr left = checker.check(sum.left(), Scalar.TIME);
    return made(sum, left, right, Scalar.DURATION);
  }

  private Expr fromDuration(Expression.Binary sum, Expr left) {
    if (sum.operator() == BinaryOperator.PLUS && !checker.isFlexible(sum.right())) {
      Expr right = checker.inferAhead(sum.right());
      if (Types.bare(right) == Scalar.TIME) {
        return checker.refuse(
            Code.TYPE_MISMATCH,
            sum.right(),
            mismatch(sum, Scalar.DURATION, Scalar.TIME),
            "the time comes first: `time + duration`");
      }
    }
    Expr right = checker.check(sum.right(), Scalar.DURATION, added(sum, Scalar.DURATION));
    return made(sum, left, right, Scalar.DURATION);
  }

  /** A text and a duration: {@code "2026-01-01T00:00Z" + 30d}. */
  private Expr beforeDuration(Expression.Binary sum, Expr right) {
    if (sum.left() instanceof Expression.TextLiteral) {
      return made(sum, checker.check(sum.left(), Scalar.TIME), right, Scalar.TIME);
    }
    Expr left =
        checker.check(
            sum.left(), Scalar.DURATION, actual -> mismatch(sum, actual, Scalar.DURATION));
    return made(sum, left, right, Scalar.DURATION);
  }

  private Mismatch added(Expression.Binary sum, Type left) {
    return actual -> mismatch(sum, left, actual);
  }

  private static String mismatch(Expression.Binary sum, Type left, Type right) {
    return switch (sum.operator()) {
      case MINUS -> Types.a(right) + " cannot be subtracted from " + Types.a(left);
      case TIMES -> Types.a(left) + " cannot be multiplied by " + Types.a(right);
      default -> Types.a(right) + " cannot be added to " + Types.a(left);
    };
  }

  private Expr made(Expression.Binary sum, Expr left, Expr right, Scalar type) {
    if (Poison.is(left) || Poison.is(right)) {
      return checker.poison(sum);
    }
    ArithmeticOp op =
        switch (sum.operator()) {
          case MINUS -> ArithmeticOp.MINUS;
          case TIMES -> ArithmeticOp.TIMES;
          default -> ArithmeticOp.PLUS;
        };
    return new Expr.Arithmetic(op, left, right, type, checker.at(sum));
  }

  Expr negate(Expression.Negate negation) {
    Expr operand = checker.infer(negation.operand());
    Type type = Types.bare(operand);
    if (Poison.is(type)) {
      return operand;
    }
    if (type == Scalar.INT || type == Scalar.DECIMAL || type == Scalar.DURATION) {
      return new Expr.Negate(operand, checker.at(negation));
    }
    checker.file().report(Code.NO_SUCH_OPERATOR, negation.opSpan(), Types.a(type) + " has no `-`");
    return checker.poison(negation);
  }
}
