package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;

/**
 * {@code @name("text")} before a declaration, rule or field.
 *
 * @param span from the {@code @} to the closing parenthesis
 */
public record Annotation(Name name, Text text, Span span) {}
