package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;

/** {@code name: value} in braces. */
public record Property(Name name, Expression value, Span span) {}
