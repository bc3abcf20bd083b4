package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.syntax.BinaryOperator;
import dev.zt.dsl.syntax.Expression;
import dev.zt.policy.CompareOp;
import dev.zt.policy.Expr;
import dev.zt.policy.Schema;
import dev.zt.policy.Type;
import org.jspecify.annotations.Nullable;

/** {@code ==}, {@code <} and their kin. */
final class Comparisons {
  private final ExprChecker checker;

  Comparisons(ExprChecker checker) {
    this.checker = checker;
  }

  Expr compare(Expression.Binary comparison) {
    CompareOp op = op(comparison.operator());
    Expression left = comparison.left();
    Expression right = comparison.right();
    if (left instanceof Expression.NoneLiteral || right instanceof Expression.NoneLiteral) {
      return refuseNone(comparison, op);
    }
    Risks risks = new Risks(checker);
    if (risks.isRisk(left)) {
      return risks.compare(comparison, left, op, right);
    }
    if (risks.isRisk(right)) {
      return risks.compare(comparison, right, mirrored(op), left);
    }
    Operands operands =
        Operands.of(checker, left, right, type -> isOrdered(type, op), Comparisons::mismatch);
    Type type = operands.type();
    if (operands.areSound() && !isOrdered(type, op)) {
      checker
          .file()
          .report(
              Code.NO_SUCH_OPERATOR,
              comparison.opSpan(),
              Types.a(type) + " has no `" + op + "`",
              orderHelp(type));
      return checker.poison(comparison);
    }
    return new Expr.Compare(op, operands.left(), operands.right(), checker.at(comparison));
  }

  private Expr refuseNone(Expression.Binary comparison, CompareOp op) {
    boolean noneLeft = comparison.left() instanceof Expression.NoneLiteral;
    Expression none = noneLeft ? comparison.left() : comparison.right();
    Expression other = noneLeft ? comparison.right() : comparison.left();
    if (!(other instanceof Expression.NoneLiteral)) {
      checker.infer(other);
    }
    String help = op == CompareOp.NE ? "did you mean `not … is none`?" : "did you mean `is none`?";
    return checker.refuse(Code.NONE_AS_OPERAND, none, "`none` cannot be compared", help);
  }

  private static String mismatch(Type left, Type right) {
    return Types.a(left) + " cannot be compared with " + Types.a(right);
  }

  /** Whether the operator can have operands of the type. */
  private boolean isOrdered(Type type, CompareOp op) {
    if (op == CompareOp.EQ || op == CompareOp.NE || Poison.is(type)) {
      return true;
    }
    Type bare = Types.bare(type);
    if (bare instanceof Type.Enumeration enumeration) {
      Schema.Enumeration declared = checker.symbols().enumerations().get(enumeration.name());
      return declared == null || declared.ordered();
    }
    return Types.isOrdered(bare);
  }

  private static @Nullable String orderHelp(Type type) {
    if (type instanceof Type.Enumeration) {
      return "an enum has an order when its constants are declared with `<` between them";
    }
    return type instanceof Type.SetOf ? "`size(s)` counts the elements of a set" : null;
  }

  private static CompareOp op(BinaryOperator operator) {
    return switch (operator) {
      case EQUAL -> CompareOp.EQ;
      case NOT_EQUAL -> CompareOp.NE;
      case LESS -> CompareOp.LT;
      case LESS_OR_EQUAL -> CompareOp.LE;
      case GREATER -> CompareOp.GT;
      case GREATER_OR_EQUAL -> CompareOp.GE;
      case IN,
          NOT_IN,
          CONTAINS,
          CONTAINS_ANY,
          CONTAINS_ALL,
          MATCHES,
          STARTS_WITH,
          ENDS_WITH,
          PLUS,
          MINUS,
          TIMES ->
          throw new IllegalArgumentException(operator + " is no comparison");
    };
  }

  /** The comparison that holds when the operands change places. */
  private static CompareOp mirrored(CompareOp op) {
    return switch (op) {
      case EQ -> CompareOp.EQ;
      case NE -> CompareOp.NE;
      case LT -> CompareOp.GT;
      case LE -> CompareOp.GE;
      case GT -> CompareOp.LT;
      case GE -> CompareOp.LE;
    };
  }
}
