package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * An argument in parentheses.
 *
 * @param name the parameter it is for; null when its place says it
 */
public record Argument(@Nullable Name name, Expression value, Span span) {}
