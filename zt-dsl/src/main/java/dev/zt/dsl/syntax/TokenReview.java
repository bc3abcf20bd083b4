package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Reports the signs and words of other languages and replaces them by what they stand for, so that
 * the rest of the file is read as it was meant.
 */
final class TokenReview {
  private static final Map<String, Integer> EFFECTS =
      Map.of(
          "allow", ZtLexer.PERMIT,
          "grant", ZtLexer.PERMIT,
          "block", ZtLexer.FORBID,
          "deny", ZtLexer.FORBID,
          "prohibit", ZtLexer.FORBID,
          "reject", ZtLexer.FORBID);

  private static final Map<String, Integer> WORDS =
      Map.of("null", ZtLexer.NONE, "nil", ZtLexer.NONE, "if", ZtLexer.WHEN);

  private static final int NO_LINE = -1;

  private final Reporter reporter;
  private final Suppression suppression;
  private final StrayCharacters strays;
  private int lastUnclosedLine = NO_LINE;

  TokenReview(Reporter reporter, Suppression suppression) {
    this.reporter = reporter;
    this.suppression = suppression;
    this.strays = new StrayCharacters(reporter, suppression);
  }

  /** Looks at every token, and changes the type or channel of some. */
  void review(List<CommonToken> all) {
    for (int i = 0; i < all.size(); i++) {
      CommonToken token = all.get(i);
      switch (token.getType()) {
        case ZtLexer.AND_SIGN -> replace(token, ZtLexer.AND);
        case ZtLexer.OR_SIGN -> replace(token, ZtLexer.OR);
        case ZtLexer.NOT_SIGN -> replace(token, ZtLexer.NOT);
        case ZtLexer.UNEQUAL_SIGN -> replace(token, ZtLexer.NOT_EQUAL);
        case ZtLexer.EQUAL_SIGN -> replace(token, ZtLexer.EQUAL);
        case ZtLexer.LESS_OR_EQUAL_SIGN -> replace(token, ZtLexer.LESS_OR_EQUAL);
        case ZtLexer.GREATER_OR_EQUAL_SIGN -> replace(token, ZtLexer.GREATER_OR_EQUAL);
        case ZtLexer.SINGLE_QUOTED, ZtLexer.TYPOGRAPHIC_QUOTED -> quotes(token);
        case ZtLexer.UNCLOSED_STRING -> unclosedText(token);
        case ZtLexer.UNCLOSED_COMMENT -> unclosedComment(token);
        case ZtLexer.SEMICOLON -> semicolon(token);
        case ZtLexer.BAD_NAME -> strays.name(token);
        case ZtLexer.ERROR_CHAR -> strays.character(all, i);
        default -> {}
      }
    }
  }

  /** Looks at the words that mean something else by what stands around them. */
  void reviewWords(TokenList tokens) {
    for (int at = 0; at < tokens.size(); at++) {
      CommonToken token = (CommonToken) tokens.at(at);
      if (token.getChannel() != Token.DEFAULT_CHANNEL) {
        continue;
      }
      if (token.getType() == ZtLexer.NUMBER) {
        joinDate(tokens, at);
        reviewNumber(token);
      }
      boolean isWord = token.getType() == ZtLexer.LOWER_NAME || token.getType() == ZtLexer.DENY;
      if (isWord) {
        reviewWord(tokens, at, token);
      } else if (TokenKinds.isOperatorWord(token.getType())) {
        reviewOperator(tokens, at, token);
      }
    }
  }

  private void reviewNumber(CommonToken token) {
    String literal = reporter.text(token);
    if (!NumberReader.hasForm(literal)) {
      MistakenNumbers.report(reporter, literal, Reporter.span(token));
      suppression.line(token.getStartIndex());
    }
  }

  /** What begins like a date and is no subtraction, since a part of it begins with a zero. */
  private void joinDate(TokenList tokens, int at) {
    boolean isDate =
        tokens.text(at).length() == 4
            && tokens.type(at + 1) == ZtLexer.MINUS
            && tokens.type(at + 2) == ZtLexer.NUMBER
            && tokens.type(at + 3) == ZtLexer.MINUS
            && tokens.type(at + 4) == ZtLexer.NUMBER
            && (tokens.text(at + 2).startsWith("0") || !tokens.text(at + 4).matches("[1-9][0-9]*"));
    if (!isDate) {
      return;
    }
    int last = at;
    while (tokens.touches(last + 1) && isPartOfTime(tokens.type(last + 1))) {
      last++;
      ((CommonToken) tokens.at(last)).setChannel(Token.HIDDEN_CHANNEL);
    }
    ((CommonToken) tokens.at(at)).setStopIndex(tokens.at(last).getStopIndex());
  }

  private static boolean isPartOfTime(int type) {
    return switch (type) {
      case ZtLexer.NUMBER,
          ZtLexer.MINUS,
          ZtLexer.PLUS,
          ZtLexer.COLON,
          ZtLexer.DOT,
          ZtLexer.UPPER_NAME ->
          true;
      default -> false;
    };
  }

  /**
   * A word that goes on with a condition is a name before a colon: {@code in: string}, {@code in as
   * "in": string}.
   */
  private static void reviewOperator(TokenList tokens, int at, CommonToken token) {
    int colon =
        tokens.type(at + 1) == ZtLexer.AS && tokens.type(at + 2) == ZtLexer.STRING
            ? at + 3
            : at + 1;
    if (tokens.type(colon) == ZtLexer.COLON) {
      token.setType(ZtLexer.LOWER_NAME);
    }
  }

  private void reviewWord(TokenList tokens, int at, CommonToken token) {
    String text = tokens.text(token);
    Integer effect = EFFECTS.get(text);
    if (effect != null && isEffect(tokens, at)) {
      replace(token, effect);
      return;
    }
    Integer word = WORDS.get(text);
    boolean isField = tokens.type(at - 1) == ZtLexer.DOT || tokens.type(at + 1) == ZtLexer.COLON;
    boolean isElseIf = tokens.type(at - 1) == ZtLexer.ELSE;
    if (word != null && !isField && !isElseIf) {
      replace(token, word);
    }
  }

  /** An effect follows a label or begins a line, and a subject follows it. */
  private static boolean isEffect(TokenList tokens, int at) {
    int before = tokens.type(at - 1);
    boolean begins =
        (before == ZtLexer.COLON && TokenKinds.isWord(tokens.type(at - 2)))
            || before == ZtLexer.SHADOW
            || (tokens.isFirstOfLine(at) && before != ZtLexer.ELSE && before != ZtLexer.ARROW);
    return begins
        && switch (tokens.type(at + 1)) {
          case ZtLexer.ANYONE, ZtLexer.ROLE, ZtLexer.GROUP, ZtLexer.SEGMENT, ZtLexer.UPPER_NAME ->
              true;
          default -> false;
        };
  }

  private void replace(CommonToken token, int type) {
    Span span = Reporter.span(token);
    String written = reporter.source().text(span);
    token.setType(type);
    suppression.replaced(token.getStartIndex());
    String word = TokenKinds.text(type);
    reporter.report(
        Code.FOREIGN_WORD, span, "there is no `" + written + "`", "write `" + word + "`");
  }

  private void quotes(CommonToken token) {
    String written = reporter.text(token);
    token.setType(ZtLexer.STRING);
    String inner = written.substring(1, written.length() - 1).replace("\"", "\\\"");
    reporter.report(
        Code.FOREIGN_WORD,
        Reporter.span(token),
        "text stands in double quotes",
        "write `\"" + MistakenNumbers.shown(inner) + "\"`");
  }

  /** In a text over two lines the second quote opens nothing. */
  private void unclosedText(CommonToken token) {
    token.setType(ZtLexer.STRING);
    int line = reporter.source().line(token.getStartIndex());
    boolean closesTheLast = line == lastUnclosedLine + 1;
    lastUnclosedLine = closesTheLast ? NO_LINE : line;
    suppression.restOfDeclaration(token.getStartIndex());
    suppression.line(token.getStartIndex());
    if (closesTheLast) {
      return;
    }
    Span quote = new Span(token.getStartIndex(), token.getStartIndex() + 1);
    reporter.report(
        Code.UNTERMINATED,
        quote,
        "this text is not closed on its line",
        "add the closing `\"`; a line break in text is written `\\n`");
  }

  private void unclosedComment(CommonToken token) {
    Span opener = new Span(token.getStartIndex(), token.getStartIndex() + 2);
    reporter.report(
        Code.UNTERMINATED, opener, "this comment is never closed", "add the closing `*/`");
    suppression.restOfDeclaration(token.getStartIndex());
  }

  private void semicolon(CommonToken token) {
    token.setChannel(Token.HIDDEN_CHANNEL);
    suppression.takenOut(token.getStopIndex() + 1);
    reporter.report(
        Code.FOREIGN_WORD,
        Reporter.span(token),
        "nothing is ended by `;`",
        "leave it out; layout is free");
  }
}
