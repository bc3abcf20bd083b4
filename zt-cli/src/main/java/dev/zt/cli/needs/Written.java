package dev.zt.cli.needs;

import dev.zt.policy.Expr;
import dev.zt.policy.Type;
import dev.zt.policy.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the text of a set tells before any request is there. */
final class Written {
  private Written() {}

  /** The elements of a set that is written as a list, be it under a name; else null. */
  static @Nullable List<Expr> elements(Expr set) {
    Expr bare = set;
    while (bare instanceof Expr.Named named) {
      bare = named.body();
    }
    return bare instanceof Expr.ListOf list ? list.elements() : null;
  }

  /** Whether it is a set and not a single container. */
  static boolean isSet(Expr container) {
    return container.type() instanceof Type.SetOf;
  }

  /** Whether the set has an element in every request. */
  static boolean isNeverEmpty(Expr set) {
    List<Expr> elements = elements(set);
    return elements != null
        ? !elements.isEmpty()
        : set instanceof Expr.Literal literal
            && literal.value() instanceof Value.SetOf given
            && given.size() > 0;
  }
}
