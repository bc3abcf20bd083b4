package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;
import java.util.HashSet;
import java.util.Set;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;

/**
 * A place in a file at which the parser cannot go on.
 *
 * @param at the position of the first token that does not fit
 * @param start the position at which the declaration begins
 * @param ways what would fit
 * @param rules the rules of the grammar that are under way there
 */
record Place(TokenList tokens, int at, int start, WaysOn ways, Set<Integer> rules) {
  static Place of(TokenList tokens, int at, int start, Sync sync) {
    Set<Integer> rules = new HashSet<>();
    for (RuleContext rule = sync.context(); rule != null; rule = rule.parent) {
      rules.add(rule.getRuleIndex());
    }
    return new Place(tokens, at, start, WaysOn.from(sync), rules);
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

  /** Whether it stands in the same line as the token before it. */
  boolean continuesLine() {
    return !tokens.isFirstOfLine(at);
  }

  boolean isEnd() {
    return type() == Token.EOF;
  }

  /** Whether two tokens side by side have no blank between them. */
  boolean touches(int distance) {
    return at + distance > 0
        && tokens.at(at + distance - 1).getStopIndex() + 1
            == tokens.at(at + distance).getStartIndex();
  }
}
