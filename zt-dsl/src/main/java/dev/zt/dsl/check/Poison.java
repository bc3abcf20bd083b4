package dev.zt.dsl.check;

import dev.zt.policy.Expr;
import dev.zt.policy.SourceSpan;
import dev.zt.policy.Type;
import dev.zt.policy.value.Value;
import java.util.List;

/**
 * Stands for what could not be understood and has been reported: it fits every place, so that one
 * mistake gives one message. It is never part of a set that compiled.
 */
final class Poison {
  /** The type of everything that could not be understood. */
  static final Type TYPE = new Type.Structure("");

  /** The type of a subject or resource of which something could not be understood. */
  static final Type.Entity ENTITY = new Type.Entity(List.of(""));

  private Poison() {}

  static Expr expr(SourceSpan span) {
    return new Expr.Literal(Value.NONE, TYPE, span);
  }

  static boolean is(Type type) {
    return type == TYPE || type == ENTITY;
  }

  static boolean is(Expr expr) {
    return is(expr.type());
  }
}
