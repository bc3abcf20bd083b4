package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code name [as "outside"]: type [= value]}.
 *
 * @param outside the name in data, where it differs
 * @param value what it is derived from, or with {@code @open} the constant that stands in for an
 *     unknown
 */
public record Field(
    Preamble preamble,
    Name name,
    @Nullable Text outside,
    TypeExpression type,
    @Nullable Expression value,
    Span span) {}
