package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code name [as "outside"]: [secret] type [= value]}.
 *
 * @param outside the name in data, where it differs
 * @param secret the word that keeps its values from being shown, or null
 * @param value what it is derived from, or with {@code @open} the constant that stands in for an
 *     unknown
 */
public record Field(
    Preamble preamble,
    Name name,
    @Nullable Text outside,
    @Nullable Span secret,
    TypeExpression type,
    @Nullable Expression value,
    Span span) {}
