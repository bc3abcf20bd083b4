package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Source;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** The tokens of a file that the grammar sees, without comments, the end of the file last. */
final class TokenList {
  private final Source source;
  private final List<CommonToken> visible;
  private final int[] positions;

  TokenList(Source source, List<CommonToken> all) {
    this.source = source;
    this.visible = new ArrayList<>();
    for (CommonToken token : all) {
      if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        visible.add(token);
      }
    }
    this.positions = new int[all.size()];
    int position = 0;
    for (int i = 0; i < positions.length; i++) {
      positions[i] = position;
      if (all.get(i).getChannel() == Token.DEFAULT_CHANNEL && position < visible.size() - 1) {
        position++;
      }
    }
  }

  /** The position of a token in this list, or of the next one that is in it. */
  int position(Token token) {
    return positions[token.getTokenIndex()];
  }

  /** The position of a token by its index among all tokens. */
  int position(int tokenIndex) {
    return positions[tokenIndex];
  }

  int size() {
    return visible.size();
  }

  /** The token at a position; the end of the file after the last. */
  Token at(int position) {
    return visible.get(Math.min(position, visible.size() - 1));
  }

  /** The type of the token at a position; 0, which no token has, before the first. */
  int type(int position) {
    return position < 0 ? Token.INVALID_TYPE : at(position).getType();
  }

  String text(int position) {
    return position < 0 || type(position) == Token.EOF ? "" : text(at(position));
  }

  String text(Token token) {
    return source.text(Reporter.span(token));
  }

  /** Whether nothing stands between this token and the one before. */
  boolean touches(int position) {
    return position > 0 && at(position - 1).getStopIndex() + 1 == at(position).getStartIndex();
  }

  boolean isFirstOfLine(int position) {
    return position <= 0 || lineOf(position) != source.line(at(position - 1).getStopIndex());
  }

  int lineOf(int position) {
    return source.line(at(position).getStartIndex());
  }

  int columnOf(int position) {
    return source.column(at(position).getStartIndex());
  }
}
