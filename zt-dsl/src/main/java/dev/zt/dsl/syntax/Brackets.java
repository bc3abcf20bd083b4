package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/** Reports the brackets that are never closed. */
final class Brackets {
  private final TokenList tokens;
  private final Reporter reporter;
  private final Suppression suppression;
  private final Deque<Integer> open = new ArrayDeque<>();
  private final Set<Integer> reportedLines = new HashSet<>();

  private Brackets(TokenList tokens, Reporter reporter, Suppression suppression) {
    this.tokens = tokens;
    this.reporter = reporter;
    this.suppression = suppression;
  }

  static void check(TokenList tokens, Reporter reporter, Suppression suppression) {
    Brackets brackets = new Brackets(tokens, reporter, suppression);
    for (int at = 0; at < tokens.size(); at++) {
      if (TokenKinds.closerOf(tokens.type(at)).isPresent()) {
        brackets.open.push(at);
      } else if (TokenKinds.isCloser(tokens.type(at))) {
        brackets.close(at);
      }
    }
    Iterator<Integer> left = brackets.open.descendingIterator();
    while (left.hasNext()) {
      brackets.reportUnclosed(left.next());
    }
  }

  /** What was opened later than the bracket that is closed here is never closed. */
  private void close(int at) {
    int type = tokens.type(at);
    if (!isOpened(type)) {
      return;
    }
    while (closerOf(open.element()) != type) {
      reportUnclosed(open.pop());
    }
    open.pop();
  }

  private boolean isOpened(int closer) {
    for (int opener : open) {
      if (closerOf(opener) == closer) {
        return true;
      }
    }
    return false;
  }

  private int closerOf(int opener) {
    return TokenKinds.closerOf(tokens.type(opener)).orElseThrow();
  }

  private void reportUnclosed(int opener) {
    int offset = tokens.at(opener).getStartIndex();
    boolean consequence = suppression.covers(offset, offset);
    suppression.restOfDeclaration(offset);
    if (consequence || !reportedLines.add(tokens.lineOf(opener))) {
      return;
    }
    reporter.report(
        Code.UNBALANCED,
        Reporter.span(tokens.at(opener)),
        "`" + tokens.text(opener) + "` is never closed",
        "add the `" + TokenKinds.text(closerOf(opener)) + "` that belongs to it");
  }
}
