package dev.zt.dsl.syntax;

import org.antlr.v4.runtime.Token;

/** Finds where the next declaration, member or step begins, to go on there after an error. */
final class Boundaries {
  private final TokenList tokens;

  Boundaries(TokenList tokens) {
    this.tokens = tokens;
  }

  /**
   * Whether a declaration, rule or test surely begins here: its first two tokens are those of one.
   * With annotations it begins with the first of them.
   */
  boolean beginsItem(int at) {
    int next = tokens.type(at + 1);
    return switch (tokens.type(at)) {
      case ZtLexer.AT_SIGN -> TokenKinds.isWord(next) && tokens.isFirstOfLine(at);
      case ZtLexer.MODULE, ZtLexer.IMPORT -> TokenKinds.isName(next) && tokens.isFirstOfLine(at);
      case ZtLexer.ENUM, ZtLexer.ENTITY -> TokenKinds.isWord(next);
      case ZtLexer.RECORD -> next == ZtLexer.UPPER_NAME;
      case ZtLexer.ACTION -> next == ZtLexer.OPEN_BRACE && tokens.isFirstOfLine(at);
      case ZtLexer.ROLE, ZtLexer.TEST -> next == ZtLexer.STRING && tokens.isFirstOfLine(at);
      case ZtLexer.EXTEND -> next == ZtLexer.SIGNAL;
      case ZtLexer.SIGNAL -> TokenKinds.isName(next) && tokens.isFirstOfLine(at);
      case ZtLexer.OBLIGATION -> TokenKinds.isName(next);
      case ZtLexer.CHALLENGE, ZtLexer.EVENT -> TokenKinds.isName(next) && tokens.isFirstOfLine(at);
      case ZtLexer.LET, ZtLexer.BEHAVIOR, ZtLexer.ELEVATION ->
          TokenKinds.isWord(next) && tokens.isFirstOfLine(at);
      case ZtLexer.RISK -> TokenKinds.isName(next) && tokens.isFirstOfLine(at);
      case ZtLexer.SEGMENT -> TokenKinds.isName(next) && tokens.type(at + 2) == ZtLexer.ASSIGN;
      case ZtLexer.SHADOW -> TokenKinds.isWord(next) || TokenKinds.isEffect(next);
      case ZtLexer.PERMIT, ZtLexer.FORBID, ZtLexer.RESTRICT, ZtLexer.REQUIRE ->
          tokens.isFirstOfLine(at) && tokens.type(at - 1) != ZtLexer.COLON;
      default -> beginsLabel(at);
    };
  }

  private boolean beginsLabel(int at) {
    return TokenKinds.isWord(tokens.type(at))
        && tokens.type(at + 1) == ZtLexer.COLON
        && TokenKinds.isEffect(tokens.type(at + 2))
        && tokens.type(at - 1) != ZtLexer.DOT;
  }

  /**
   * The next place after a broken item where one begins.
   *
   * @param start where the broken one began
   * @param error where it broke
   */
  int nextItem(int start, int error) {
    int depth = 0;
    for (int at = start; at < error; at++) {
      depth = depthAfter(at, depth);
    }
    int at = Math.max(error, start + 1);
    if (at > error) {
      depth = depthAfter(error, depth);
    }
    int column = tokens.columnOf(start);
    for (; tokens.type(at) != Token.EOF; at++) {
      boolean inBlock = depth > 0;
      boolean leftOfBlock = tokens.isFirstOfLine(at) && tokens.columnOf(at) <= column;
      if (beginsItem(at) && (!inBlock || leftOfBlock)) {
        return at;
      }
      depth = depthAfter(at, depth);
    }
    return at;
  }

  private int depthAfter(int at, int depth) {
    return switch (tokens.type(at)) {
      case ZtLexer.OPEN_BRACE -> depth + 1;
      case ZtLexer.CLOSE_BRACE -> Math.max(0, depth - 1);
      default -> depth;
    };
  }

  /**
   * The next place in the same block where a member, step or term begins, or the block ends.
   *
   * @param rule the rule of the broken one
   * @param start where it began
   * @param error where it broke
   * @param item where the declaration began
   * @return -1 if the block has no such place
   */
  int nextMember(int rule, int start, int error, int item) {
    int depth = 0;
    for (int at = start; at < error; at++) {
      depth = bracketsAfter(at, depth);
    }
    for (int at = Math.max(error, start); tokens.type(at) != Token.EOF; at++) {
      boolean outside =
          tokens.isFirstOfLine(at)
              && tokens.columnOf(at) <= tokens.columnOf(item)
              && beginsItem(at);
      if (outside) {
        return -1;
      }
      if (depth == 0 && tokens.type(at) == ZtLexer.CLOSE_BRACE) {
        return at;
      }
      if (depth == 0 && at > start && beginsMember(rule, at)) {
        return at;
      }
      depth = bracketsAfter(at, depth);
    }
    return -1;
  }

  private int bracketsAfter(int at, int depth) {
    int type = tokens.type(at);
    if (TokenKinds.closerOf(type).isPresent()) {
      return depth + 1;
    }
    return TokenKinds.isCloser(type) ? Math.max(0, depth - 1) : depth;
  }

  /** An action and the arrow after it, or a sign that should be one. */
  private boolean beginsCase(int at) {
    boolean arrow =
        switch (tokens.type(at + 1)) {
          case ZtLexer.ARROW, ZtLexer.ASSIGN, ZtLexer.EQUAL -> true;
          case ZtLexer.MINUS -> tokens.type(at + 2) == ZtLexer.GREATER;
          default -> false;
        };
    boolean first =
        switch (tokens.type(at - 1)) {
          case ZtLexer.DO, ZtLexer.COLON, ZtLexer.COMMA, ZtLexer.DOT, ZtLexer.GIVEN, ZtLexer.WITH ->
              false;
          default -> true;
        };
    return TokenKinds.isName(tokens.type(at)) && arrow && first;
  }

  private boolean beginsMember(int rule, int at) {
    int type = tokens.type(at);
    int next = tokens.type(at + 1);
    return switch (rule) {
      case ZtParser.RULE_term ->
          (type == ZtLexer.ADD || type == ZtLexer.SUBTRACT) && next == ZtLexer.NUMBER;
      case ZtParser.RULE_step ->
          (type == ZtLexer.AFTER && next == ZtLexer.NUMBER)
              || (type == ZtLexer.GIVEN && TokenKinds.isName(next))
              || (type == ZtLexer.DO && TokenKinds.isName(next))
              || (type == ZtLexer.EVENT && TokenKinds.isName(next))
              || beginsCase(at);
      default ->
          (TokenKinds.isWord(type)
                  && (next == ZtLexer.COLON
                      || (next == ZtLexer.AS && tokens.type(at + 2) == ZtLexer.STRING)))
              || (type == ZtLexer.ACTIONS && TokenKinds.isName(next))
              || (type == ZtLexer.AT_SIGN && TokenKinds.isWord(next));
    };
  }
}
