package dev.zt.dsl.check;

import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.Name;
import dev.zt.policy.Expr;
import java.util.List;

/**
 * What the first names of a path stand for.
 *
 * @param names how many they are
 */
record PathHead(Expr expr, int names) {
  /** Where the first names of a path stand. */
  static Span span(List<Name> parts, int names) {
    return parts.get(0).span().to(parts.get(names - 1).span());
  }

  /** The head of a path that is reported as an error: nothing after it is looked at. */
  static PathHead poison(FileScope file, List<Name> parts) {
    return new PathHead(Poison.expr(file.at(span(parts, parts.size()))), parts.size());
  }
}
