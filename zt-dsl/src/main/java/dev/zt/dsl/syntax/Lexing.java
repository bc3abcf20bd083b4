package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Source;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Splits a source into tokens whose places are offsets in the text of the source. */
final class Lexing {
  private Lexing() {}

  /** All tokens, those of comments among them, with the end of the file as the last. */
  static List<CommonToken> tokens(Source source) {
    List<CommonToken> plain = PlainLexing.tokens(source.text());
    return plain == null ? byGrammar(source) : plain;
  }

  /** The same of any text, by the grammar of the lexer. */
  static List<CommonToken> byGrammar(Source source) {
    ZtLexer lexer = new ZtLexer(CharStreams.fromString(Alphabet.of(source.text())));
    lexer.removeErrorListeners();
    List<CommonToken> tokens = new ArrayList<>();
    CommonToken token;
    do {
      token = (CommonToken) lexer.nextToken();
      token.setTokenIndex(tokens.size());
      if (token.getType() == ZtLexer.LOWER_NAME) {
        token.setType(TokenKinds.ofName(token.getText()));
      }
      tokens.add(token);
    } while (token.getType() != Token.EOF);
    placeInText(source.text(), tokens);
    return tokens;
  }

  /** The lexer counts code points, a span code units. */
  private static void placeInText(String text, List<CommonToken> tokens) {
    boolean same = text.codePointCount(0, text.length()) == text.length();
    if (same) {
      return;
    }
    int codePoints = 0;
    int units = 0;
    for (CommonToken token : tokens) {
      units = text.offsetByCodePoints(units, token.getStartIndex() - codePoints);
      codePoints = token.getStartIndex();
      int length = token.getStopIndex() + 1 - token.getStartIndex();
      token.setStartIndex(units);
      units = text.offsetByCodePoints(units, length);
      codePoints += length;
      token.setStopIndex(units - 1);
    }
  }
}
