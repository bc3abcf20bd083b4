package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;

/** A duration literal in a place that takes nothing else, in milliseconds, never negative. */
public record Duration(long millis, Span span) {}
