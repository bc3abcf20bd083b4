package dev.zt.dsl.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Splits a text that holds nothing but tokens of the language, and beyond ASCII nothing outside of
 * strings and comments, as the grammar of the lexer does. Most texts are such, and a start that
 * meets no other spares loading what the grammar needs.
 */
final class PlainLexing {
  /** What {@link #sign} answers for anything that the grammar must look at. */
  private static final int OTHER = Token.INVALID_TYPE;

  private final String text;
  private final List<CommonToken> tokens = new ArrayList<>();

  private PlainLexing(String text) {
    this.text = text;
  }

  /** All tokens, the end of the file as the last; null for a text that is not plain. */
  static @Nullable List<CommonToken> tokens(String text) {
    PlainLexing lexing = new PlainLexing(text);
    int at = 0;
    while (at >= 0 && at < text.length()) {
      at = lexing.next(at);
    }
    if (at < 0) {
      return null;
    }
    lexing.add(Token.EOF, at, at);
    return lexing.tokens;
  }

  /** Adds the token that begins there, if one does; answers where it ends, or -1. */
  private int next(int start) {
    char c = text.charAt(start);
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
      return start + 1;
    }
    if (isLetter(c)) {
      return name(start);
    }
    if (isDigit(c)) {
      return number(start);
    }
    if (c == '"') {
      return string(start);
    }
    return c == '/' ? comment(start) : sign(start);
  }

  private int name(int start) {
    int end = wordEnd(start);
    boolean upper = text.charAt(start) <= 'Z';
    int type = upper ? ZtLexer.UPPER_NAME : TokenKinds.ofName(text.substring(start, end));
    return add(type, start, end);
  }

  private int number(int start) {
    int end = wordEnd(start);
    while (at(end) == '.' && isDigit(at(end + 1))) {
      end = wordEnd(end + 1);
    }
    if (at(end) == '/' && isLetterOrDigit(at(end + 1))) {
      end++;
      while (isLetterOrDigit(at(end))) {
        end++;
      }
    }
    return add(ZtLexer.NUMBER, start, end);
  }

  private int string(int start) {
    int end = start + 1;
    while (at(end) != '"') {
      end += at(end) == '\\' ? 1 : 0;
      if (isEndOfLine(end)) {
        return -1;
      }
      end++;
    }
    return add(ZtLexer.STRING, start, end + 1);
  }

  private int comment(int start) {
    if (at(start + 1) != '/') {
      return -1;
    }
    int end = start + 2;
    while (!isEndOfLine(end)) {
      end++;
    }
    int type = at(start + 2) == '/' ? ZtLexer.DOC_COMMENT : ZtLexer.LINE_COMMENT;
    add(type, start, end);
    tokens.get(tokens.size() - 1).setChannel(ZtLexer.COMMENTS);
    return end;
  }

  private int sign(int start) {
    char next = at(start + 1);
    int type =
        switch (text.charAt(start)) {
          case '=' ->
              switch (next) {
                case '=' -> at(start + 2) == '=' ? OTHER : ZtLexer.EQUAL;
                case '>' -> ZtLexer.ARROW;
                case '<' -> OTHER;
                default -> ZtLexer.ASSIGN;
              };
          case '!' -> next == '=' && at(start + 2) != '=' ? ZtLexer.NOT_EQUAL : OTHER;
          case '<' -> next == '=' ? ZtLexer.LESS_OR_EQUAL : next == '>' ? OTHER : ZtLexer.LESS;
          case '>' -> next == '=' ? ZtLexer.GREATER_OR_EQUAL : ZtLexer.GREATER;
          case '+' -> ZtLexer.PLUS;
          case '-' -> ZtLexer.MINUS;
          case '*' -> ZtLexer.TIMES;
          case '.' -> ZtLexer.DOT;
          case ',' -> ZtLexer.COMMA;
          case ':' -> ZtLexer.COLON;
          case '?' -> ZtLexer.QUESTION;
          case '@' -> ZtLexer.AT_SIGN;
          case '(' -> ZtLexer.OPEN_PAREN;
          case ')' -> ZtLexer.CLOSE_PAREN;
          case '[' -> ZtLexer.OPEN_BRACKET;
          case ']' -> ZtLexer.CLOSE_BRACKET;
          case '{' -> ZtLexer.OPEN_BRACE;
          case '}' -> ZtLexer.CLOSE_BRACE;
          default -> OTHER;
        };
    if (type == OTHER) {
      return -1;
    }
    boolean two =
        type == ZtLexer.EQUAL
            || type == ZtLexer.ARROW
            || type == ZtLexer.NOT_EQUAL
            || type == ZtLexer.LESS_OR_EQUAL
            || type == ZtLexer.GREATER_OR_EQUAL;
    return add(type, start, start + (two ? 2 : 1));
  }

  private int add(int type, int start, int end) {
    CommonToken token = new CommonToken(type);
    token.setStartIndex(start);
    token.setStopIndex(end - 1);
    token.setTokenIndex(tokens.size());
    tokens.add(token);
    return end;
  }

  private int wordEnd(int start) {
    int end = start;
    while (isLetterOrDigit(at(end)) || at(end) == '_') {
      end++;
    }
    return end;
  }

  /** The character at a place; a line break, which ends everything, after the last. */
  private char at(int place) {
    return place < text.length() ? text.charAt(place) : '\n';
  }

  private boolean isEndOfLine(int place) {
    return at(place) == '\n' || at(place) == '\r';
  }

  private static boolean isLetterOrDigit(char c) {
    return isLetter(c) || isDigit(c);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
