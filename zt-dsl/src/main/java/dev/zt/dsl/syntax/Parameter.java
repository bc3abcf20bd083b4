package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;

/** {@code name: type} in parentheses. */
public record Parameter(Name name, TypeExpression type, Span span) {}
