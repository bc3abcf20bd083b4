package dev.zt.dsl.check;

import dev.zt.policy.Expr;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the constant that an expression always is. */
final class ConstantValues {
  private ConstantValues() {}

  /** The constant; null when the expression is none. */
  static @Nullable Value of(Expr expr) {
    if (expr instanceof Expr.Literal literal) {
      return literal.value();
    }
    if (expr instanceof Expr.Named named) {
      return of(named.body());
    }
    return expr instanceof Expr.ListOf list ? set(list, ConstantValues::of) : null;
  }

  /** The set of what the elements are; null when one of them is nothing. */
  static @Nullable Value set(Expr.ListOf list, Function<Expr, @Nullable Value> constant) {
    List<Value> elements = new ArrayList<>();
    for (Expr element : list.elements()) {
      Value value = constant.apply(element);
      if (value == null) {
        return null;
      }
      elements.add(value);
    }
    return Value.SetOf.of(elements);
  }
}
