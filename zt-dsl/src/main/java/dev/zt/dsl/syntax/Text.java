package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;

/**
 * A text literal.
 *
 * @param value what it says, escapes decoded
 * @param span the literal with its quotes
 */
public record Text(String value, Span span) {}
