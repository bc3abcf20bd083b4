package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.syntax.Expression;
import dev.zt.policy.Expr;
import dev.zt.policy.Schema;
import dev.zt.policy.SourceSpan;
import dev.zt.policy.Type;
import dev.zt.policy.value.InvalidText;
import dev.zt.policy.value.Value;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Literals as typed constants. */
final class Constants {
  private static final int PLACES = 4;

  private final FileScope file;

  Constants(FileScope file) {
    this.file = file;
  }

  Expr decimal(BigDecimal number, Expression at) {
    return scaled(number, Type.Scalar.DECIMAL, at, Value.Decimal::new);
  }

  Expr distance(BigDecimal kilometres, Expression at) {
    return scaled(kilometres, Type.Scalar.DISTANCE, at, Value.Distance::new);
  }

  Expr speed(BigDecimal kilometresPerHour, Expression at) {
    return scaled(kilometresPerHour, Type.Scalar.SPEED, at, Value.Speed::new);
  }

  private Expr scaled(
      BigDecimal number, Type.Scalar type, Expression at, Function<Long, Value> value) {
    try {
      long units = number.movePointRight(PLACES).longValueExact();
      return new Expr.Literal(value.apply(units), type, file.at(at.span()));
    } catch (ArithmeticException doesNotFit) {
      file.report(Code.OUT_OF_RANGE, at.span(), "the number does not fit " + Types.a(type));
      return poison(at);
    }
  }

  /** A text as a value of a type that texts are read as. */
  Expr text(Expression.TextLiteral text, Type.Scalar type) {
    Value value = TextReader.read(file, text.value(), text.span(), type);
    return value == null ? poison(text) : new Expr.Literal(value, type, file.at(text.span()));
  }

  /** A constant of an enum by its place in the declaration. */
  static Expr constant(Schema.Enumeration type, int ordinal, SourceSpan span) {
    return new Expr.Literal(
        new Value.EnumConstant(type.name(), type.constants().get(ordinal), ordinal),
        new Type.Enumeration(type.name()),
        span);
  }

  /** How a text would be written as a literal of the type; null when it would not. */
  static @Nullable String unquoted(String text, Type type, Symbols symbols) {
    if (type instanceof Type.Enumeration enumeration) {
      Schema.Enumeration declared = symbols.enumerations().get(enumeration.name());
      return declared != null && declared.constants().contains(text) ? text : null;
    }
    if (!(type instanceof Type.Scalar scalar)) {
      return null;
    }
    try {
      return switch (scalar) {
        case BOOL -> text.equals("true") || text.equals("false") ? text : null;
        case INT -> Long.toString(Long.parseLong(text));
        case DECIMAL -> Value.Decimal.parse(text).toString();
        case DURATION -> Value.Duration.parse(text).toString();
        case DISTANCE -> Value.Distance.parse(text).toString();
        case SPEED -> Value.Speed.parse(text).toString();
        case STRING, TIME, VERSION, IP, CIDR, COUNTRY, POINT, SCHEDULE, SPIFFE -> null;
      };
    } catch (InvalidText | NumberFormatException notOne) {
      return null;
    }
  }

  private Expr poison(Expression at) {
    return Poison.expr(file.at(at.span()));
  }
}
