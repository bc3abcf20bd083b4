package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;

/** One name, as written. */
public record Name(String text, Span span) {}
