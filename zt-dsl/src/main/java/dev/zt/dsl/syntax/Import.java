package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;

/** {@code import acme.people}. */
public record Import(QualifiedName module, Span span) {}
