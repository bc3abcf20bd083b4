package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * A place in a file at which the parser cannot go on.
 *
 * @param at the position of the first token that does not fit
 * @param start the position at which the declaration begins
 * @param ways what would fit
 * @param rules the rules of the grammar that are under way there, the innermost first
 */
record Place(TokenList tokens, int at, int start, WaysOn ways, List<Integer> rules) {
  static Place of(TokenList tokens, int at, int start, Sync sync) {
    List<Integer> rules = new ArrayList<>();
    for (RuleContext rule = sync.context(); rule != null; rule = rule.parent) {
      rules.add(rule.getRuleIndex());
    }
    WaysOn ways = WaysOn.at(tokens, at, sync);
    boolean declares = TokenKinds.isDeclaring(tokens.type(start));
    return new Place(
        tokens, at, start, declares && at == start + 1 ? ways.withoutLabel() : ways, rules);
  }

  /** The type of the token that does not fit. */
  int type() {
    return tokens.type(at);
  }

  /** The type of a token some positions further on or back. */
  int type(int distance) {
    return tokens.type(at + distance);
  }

  String text() {
    return tokens.text(at);
  }

  String text(int distance) {
    return tokens.text(at + distance);
  }

  Span span() {
    return span(0);
  }

  Span span(int distance) {
    return Reporter.span(tokens.at(at + distance));
  }

  boolean isIn(int rule) {
    return rules.contains(rule);
  }

  boolean allows(Thing thing) {
    return ways.allows(thing);
  }

  boolean allows(int token) {
    return ways.allows(token);
  }

  /** Whether any of these would fit. */
  boolean allowsAny(Thing... things) {
    for (Thing thing : things) {
      if (allows(thing)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a declaration should begin here. */
  boolean isAtStart() {
    return at == start;
  }

  /** Whether it stands in the same line as the token before it. */
  boolean continuesLine() {
    return !tokens.isFirstOfLine(at);
  }

  boolean isEnd() {
    return type() == Token.EOF;
  }

  /** Whether two tokens side by side have no blank between them. */
  boolean touches(int distance) {
    return tokens.touches(at + distance);
  }

  /** Advice about the token that does not fit. */
  Optional<Advice> advise(Code code, String message, @Nullable String help) {
    return Optional.of(new Advice(code, span(), message, help));
  }
}
