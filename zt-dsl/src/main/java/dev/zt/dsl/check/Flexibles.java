package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.Name;
import dev.zt.policy.Expr;
import dev.zt.policy.Schema;
import dev.zt.policy.Type;
import dev.zt.policy.Type.Scalar;
import dev.zt.policy.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Expressions in a place that asks for a type, above all those that mean nothing without one. */
final class Flexibles {
  private final ExprChecker checker;
  private final Constants constants;

  Flexibles(ExprChecker checker) {
    this.checker = checker;
    this.constants = new Constants(checker.file());
  }

  /** Any expression in a place that asks for a type. */
  Expr check(Expression expression, Type expected, Mismatch mismatch) {
    if (Poison.is(expected)) {
      return isFlexible(expression) ? checker.poison(expression) : checker.infer(expression);
    }
    Type wanted = Types.bare(expected);
    if (expression instanceof Expression.NoneLiteral none) {
      return none(none, expected);
    }
    if (expression instanceof Expression.TextLiteral text) {
      return text(text, wanted, mismatch);
    }
    if (expression instanceof Expression.IntLiteral number && wanted == Scalar.DECIMAL) {
      return constants.decimal(BigDecimal.valueOf(number.value()), number);
    }
    if (expression instanceof Expression.ListLiteral list && wanted instanceof Type.SetOf set) {
      return list(list, set);
    }
    if (expression instanceof Expression.Reference reference
        && wanted instanceof Type.Enumeration enumeration) {
      return reference(reference, enumeration, mismatch);
    }
    if (wanted == Scalar.DECIMAL
        && expression instanceof Expression.Binary binary
        && isFlexible(expression)) {
      return new Arithmetics(checker).ofDecimals(binary);
    }
    return checkInferred(expression, expected, mismatch);
  }

  private Expr checkInferred(Expression expression, Type expected, Mismatch mismatch) {
    Expr typed = checker.infer(expression);
    if (Types.fits(typed.type(), expected)) {
      return typed;
    }
    return checker.refuse(
        Code.TYPE_MISMATCH,
        expression,
        mismatch.message(typed.type()),
        Remedies.of(typed, expected));
  }

  /** Whether the expression means nothing before a type is asked for. */
  boolean isFlexible(Expression expression) {
    if (expression instanceof Expression.ListLiteral list) {
      return list.elements().stream().allMatch(this::isFlexible);
    }
    if (expression instanceof Expression.Binary binary) {
      return Arithmetics.isArithmetic(binary.operator())
          && binary.left() instanceof Expression.IntLiteral
          && binary.right() instanceof Expression.IntLiteral;
    }
    if (expression instanceof Expression.Reference reference) {
      return !new Paths(checker).isValue(reference.name());
    }
    return expression instanceof Expression.TextLiteral
        || expression instanceof Expression.NoneLiteral
        || expression instanceof Expression.IntLiteral;
  }

  private Expr none(Expression.NoneLiteral none, Type expected) {
    if (expected instanceof Type.Optional) {
      return new Expr.Literal(Value.NONE, expected, checker.at(none));
    }
    return checker.refuse(
        Code.NONE_AS_OPERAND,
        none,
        Types.a(expected) + " is never none",
        "write `" + expected + "?` where it is declared, if it can be");
  }

  private Expr text(Expression.TextLiteral text, Type wanted, Mismatch mismatch) {
    if (wanted instanceof Scalar scalar && TextReader.reads(scalar)) {
      return constants.text(text, scalar);
    }
    String unquoted = Constants.unquoted(text.value(), wanted, checker.symbols());
    return checker.refuse(
        Code.TYPE_MISMATCH,
        text,
        mismatch.message(Scalar.STRING),
        unquoted == null
            ? Remedies.of(
                new Expr.Literal(new Value.Text(text.value()), Scalar.STRING, checker.at(text)),
                wanted)
            : "did you mean `" + unquoted + "`?");
  }

  /** A list of elements of a type. */
  Expr list(Expression.ListLiteral list, Type.SetOf set) {
    List<Expr> elements = new ArrayList<>();
    for (Expression element : list.elements()) {
      elements.add(checker.check(element, set.element()));
    }
    return new Expr.ListOf(elements, set, checker.at(list));
  }

  private Expr reference(
      Expression.Reference reference, Type.Enumeration wanted, Mismatch mismatch) {
    Name name = reference.name();
    Schema.Enumeration type = checker.symbols().enumerations().get(wanted.name());
    int ordinal = type == null ? -1 : type.constants().indexOf(name.text());
    if (new Paths(checker).isValue(name)) {
      return ordinal >= 0
          ? refuseClash(reference, wanted)
          : checkInferred(reference, wanted, mismatch);
    }
    if (type == null || checker.file().isBroken(name.text())) {
      return checker.poison(reference);
    }
    if (ordinal >= 0) {
      return Constants.constant(type, ordinal, checker.at(reference));
    }
    return checker.refuse(
        Code.UNKNOWN_CONSTANT,
        reference,
        "`" + wanted + "` has no constant `" + name.text() + "`",
        Nearest.help(name.text(), type.constants()).orElse(null));
  }

  private Expr refuseClash(Expression.Reference reference, Type.Enumeration type) {
    String name = reference.name().text();
    return checker.refuse(
        Code.AMBIGUOUS_NAME,
        reference,
        "`" + name + "` is a constant of `" + type + "` and a value in scope",
        "write `" + type + "." + name + "` for the constant");
  }

  /** Refuses a bare name of a value where the other operand makes it a constant as well. */
  Expr unclashed(Expression expression, Expr typed, Type other) {
    if (expression instanceof Expression.Reference reference
        && Types.bare(other) instanceof Type.Enumeration wanted) {
      Schema.Enumeration type = checker.symbols().enumerations().get(wanted.name());
      if (type != null && type.constants().contains(reference.name().text())) {
        return refuseClash(reference, wanted);
      }
    }
    return typed;
  }
}
