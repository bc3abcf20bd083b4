package dev.zt.dsl.check.lint;

import dev.zt.policy.Expr;
import dev.zt.policy.Type;
import dev.zt.policy.value.Cidr;
import dev.zt.policy.value.IpAddress;
import dev.zt.policy.value.SpiffeId;
import dev.zt.policy.value.Value;
import dev.zt.policy.value.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The constants among expressions, and how they lie on a line. */
final class Constants {
  private Constants() {}

  /** The expression behind any names. */
  static Expr bare(Expr expr) {
    Expr bare = expr;
    while (bare instanceof Expr.Named named) {
      bare = named.body();
    }
    return bare;
  }

  /** The value of a constant; null of anything else. */
  static @Nullable Value of(Expr expr) {
    Expr bare = bare(expr);
    if (bare instanceof Expr.Literal literal) {
      return literal.value();
    }
    if (bare instanceof Expr.Negate negate) {
      return negated(of(negate.operand()));
    }
    return null;
  }

  private static @Nullable Value negated(@Nullable Value value) {
    if (value instanceof Value.Int number) {
      return number.negated();
    }
    return value instanceof Value.Decimal number ? number.negated() : null;
  }

  /** The elements of a list of constants; null when it is no list, or one is no constant. */
  static @Nullable List<Value> elements(Expr expr) {
    Expr bare = bare(expr);
    if (bare instanceof Expr.Literal literal && literal.value() instanceof Value.SetOf set) {
      return List.copyOf(set.elements());
    }
    if (!(bare instanceof Expr.ListOf list)) {
      return null;
    }
    List<Value> values = new ArrayList<>();
    for (Expr element : list.elements()) {
      Value value = of(element);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return values;
  }

  /** Where a value of that type lies on a line; null when the type has no line. */
  static @Nullable Comparable<?> place(Value value, Type type) {
    if (value instanceof Value.Int number) {
      Value.Decimal decimal = type == Type.Scalar.DECIMAL ? Value.Decimal.of(number) : null;
      return decimal == null ? Long.valueOf(number.value()) : Long.valueOf(decimal.units());
    }
    Long counted = counted(value);
    if (counted != null) {
      return counted;
    }
    if (value instanceof Value.Text text) {
      return text.value();
    }
    if (value instanceof Value.Country
        || value instanceof Value.Ref
        || value instanceof Version
        || value instanceof IpAddress
        || value instanceof Cidr
        || value instanceof SpiffeId) {
      return (Comparable<?>) value;
    }
    return null;
  }

  private static @Nullable Long counted(Value value) {
    if (value instanceof Value.Bool bool) {
      return bool.value() ? 1L : 0L;
    }
    if (value instanceof Value.Decimal decimal) {
      return decimal.units();
    }
    if (value instanceof Value.Duration duration) {
      return duration.millis();
    }
    if (value instanceof Value.Time time) {
      return time.epochMillis();
    }
    if (value instanceof Value.Distance distance) {
      return distance.units();
    }
    if (value instanceof Value.Speed speed) {
      return speed.units();
    }
    return value instanceof Value.EnumConstant constant ? (long) constant.ordinal() : null;
  }
}
