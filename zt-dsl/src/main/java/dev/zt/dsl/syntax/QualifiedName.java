package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;
import java.util.List;
import java.util.StringJoiner;

/**
 * A name that may say its module: {@code Employee}, {@code acme.people.Employee}.
 *
 * @param parts at least one
 */
public record QualifiedName(List<Name> parts, Span span) {
  public QualifiedName {
    parts = List.copyOf(parts);
  }

  /** The name itself. */
  public Name last() {
    return parts.get(parts.size() - 1);
  }

  /** Whether it says a module. */
  public boolean isQualified() {
    return parts.size() > 1;
  }

  /** The module it says; empty text if none. */
  public String qualifier() {
    return joined(parts.subList(0, parts.size() - 1));
  }

  /** The whole name with its dots. */
  public String text() {
    return joined(parts);
  }

  private static String joined(List<Name> parts) {
    StringJoiner joined = new StringJoiner(".");
    for (Name part : parts) {
      joined.add(part.text());
    }
    return joined.toString();
  }
}
