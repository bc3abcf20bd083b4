package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;
import java.util.List;

/** An obligation or challenge with its arguments: {@code mask("iban")}, {@code read_only}. */
public record Call(QualifiedName name, List<Argument> arguments, Span span) {
  public Call {
    arguments = List.copyOf(arguments);
  }
}
