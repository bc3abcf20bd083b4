package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Limits how deep the tree of an expression or type can become, before anything recurses into it.
 *
 * <p>A level is an open bracket, or an operator that the tree nests for: a sign, a sum, a product,
 * a dot, {@code not}, a set. What {@code and} and {@code or} join lies side by side.
 */
final class Nesting {
  /** The levels that are allowed. */
  static final int MOST_LEVELS = 250;

  private final TokenList tokens;
  private final Deque<Integer> outer = new ArrayDeque<>();
  private int outerLevels;
  private int levels;

  private Nesting(TokenList tokens) {
    this.tokens = tokens;
  }

  /** Reports the first token that is too deep, and says whether there is none. */
  static boolean check(TokenList tokens, Reporter reporter) {
    Nesting nesting = new Nesting(tokens);
    for (int at = 0; at < tokens.size(); at++) {
      nesting.step(at);
      if (nesting.outerLevels + nesting.levels > MOST_LEVELS) {
        reporter.report(
            Code.NESTED_TOO_DEEP,
            Reporter.span(tokens.at(at)),
            "this is nested more than " + MOST_LEVELS + " levels deep",
            "give parts of it a name with `let`");
        return false;
      }
    }
    return true;
  }

  private void step(int at) {
    int type = tokens.type(at);
    switch (type) {
      case ZtLexer.OPEN_PAREN, ZtLexer.OPEN_BRACKET, ZtLexer.OPEN_BRACE -> {
        outer.push(levels);
        outerLevels += levels + 1;
        levels = 0;
      }
      case ZtLexer.CLOSE_PAREN, ZtLexer.CLOSE_BRACKET, ZtLexer.CLOSE_BRACE -> close();
      case ZtLexer.PLUS, ZtLexer.MINUS, ZtLexer.TIMES, ZtLexer.NOT, ZtLexer.DOT -> levels++;
      case ZtLexer.LESS -> levels = isSet(at - 1) ? levels + 1 : 0;
      default -> levels = continuesOperand(at) ? levels : 0;
    }
  }

  private boolean continuesOperand(int at) {
    int type = tokens.type(at);
    return type == ZtLexer.LOWER_NAME
        || type == ZtLexer.UPPER_NAME
        || type == ZtLexer.NUMBER
        || type == ZtLexer.STRING
        || type == ZtLexer.QUESTION
        || type == ZtLexer.GREATER
        || tokens.type(at - 1) == ZtLexer.DOT;
  }

  private boolean isSet(int at) {
    return tokens.type(at) == ZtLexer.LOWER_NAME && tokens.text(at).equals("set");
  }

  /** A bracket that closes nothing is an error of its own. */
  private void close() {
    if (!outer.isEmpty()) {
      levels = outer.pop();
      outerLevels -= levels + 1;
    }
  }
}
