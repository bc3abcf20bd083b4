package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * A word, literal, sign or comment of a file as written. Together with the blanks between them the
 * lexemes are the file.
 */
public record Lexeme(Kind kind, String text, Span span) {
  /** What a lexeme is. */
  public enum Kind {
    /** A name or keyword. */
    WORD,
    /** A number with its unit. */
    NUMBER,
    /** A text with its quotes. */
    TEXT,
    /** Anything else but a comment. */
    SIGN,
    /** {@code // …}, without the line break. */
    LINE_COMMENT,
    /** {@code /// …}, without the line break. */
    DOC_COMMENT,
    /** {@code /* … *}{@code /}. */
    BLOCK_COMMENT;

    /** Whether it is a comment. */
    public boolean isComment() {
      return compareTo(LINE_COMMENT) >= 0;
    }
  }

  /** All lexemes of a file, in order. */
  public static List<Lexeme> of(Source source) {
    List<Lexeme> lexemes = new ArrayList<>();
    for (CommonToken token : Lexing.tokens(source)) {
      if (token.getType() != Token.EOF) {
        Span span = Reporter.span(token);
        lexemes.add(new Lexeme(kind(token.getType()), source.text(span), span));
      }
    }
    return lexemes;
  }

  private static Kind kind(int type) {
    return switch (type) {
      case ZtLexer.LINE_COMMENT -> Kind.LINE_COMMENT;
      case ZtLexer.DOC_COMMENT -> Kind.DOC_COMMENT;
      case ZtLexer.BLOCK_COMMENT, ZtLexer.UNCLOSED_COMMENT -> Kind.BLOCK_COMMENT;
      case ZtLexer.NUMBER -> Kind.NUMBER;
      case ZtLexer.STRING -> Kind.TEXT;
      default -> TokenKinds.isWord(type) ? Kind.WORD : Kind.SIGN;
    };
  }
}
