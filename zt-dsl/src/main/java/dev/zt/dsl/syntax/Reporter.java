package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Diagnostics;
import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Reports about one file, and says where its tokens and rules stand. */
record Reporter(Source source, Diagnostics diagnostics) {
  void report(Code code, Span span, String message) {
    diagnostics.add(code, source, span, message);
  }

  void report(Code code, Span span, String message, @Nullable String help) {
    diagnostics.add(code, source, span, message, help);
  }

  String text(Token token) {
    return source.text(span(token));
  }

  static Span span(Token token) {
    return new Span(token.getStartIndex(), token.getStopIndex() + 1);
  }

  static Span span(Token first, Token last) {
    return span(first).to(span(last));
  }

  static Span span(ParserRuleContext context) {
    return span(context.getStart(), context.getStop());
  }
}
