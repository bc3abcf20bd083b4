package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/** What to tell the author about one syntax error. */
record Advice(Code code, Span span, String message, @Nullable String help) {}
