package dev.zt.dsl.format;

import dev.zt.dsl.syntax.Lexeme;
import java.util.List;

/**
 * A word, literal or sign with the comments around it, or the end of the file.
 *
 * @param text as written; empty at the end of the file
 * @param start where it begins in the source
 * @param before comments on lines of their own above it, then those before it on its line
 * @param after what stands behind it up to the end of the line
 * @param breakBefore whether the author began a line here
 * @param blankBefore whether a blank line stands above it, below the comments above it
 */
record Token(
    Lexeme.Kind kind,
    String text,
    int start,
    List<Comment> before,
    List<Comment> after,
    boolean breakBefore,
    boolean blankBefore) {
  Token {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  Token withComments(List<Comment> newBefore, List<Comment> newAfter) {
    return new Token(kind, text, start, newBefore, newAfter, breakBefore, blankBefore);
  }

  Token onNewLine() {
    return new Token(kind, text, start, before, after, true, blankBefore);
  }
}
