package dev.zt.dsl.format;

import dev.zt.dsl.syntax.Lexeme;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The tokens of a file, the end of the file last. Immutable. */
final class Tokens {
  private static final String OPENERS = "([{";
  private static final String CLOSERS = ")]}";

  private final List<Token> all;
  private final int[] partners;

  Tokens(List<Token> all) {
    this.all = List.copyOf(all);
    this.partners = new int[all.size()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < all.size(); i++) {
      partners[i] = i;
      if (isOpener(i)) {
        open.push(i);
      } else if (isSignOf(i, CLOSERS)) {
        int opener = open.pop();
        partners[opener] = i;
        partners[i] = opener;
      }
    }
  }

  int size() {
    return all.size();
  }

  Token at(int index) {
    return all.get(index);
  }

  String text(int index) {
    return index < 0 ? "" : all.get(index).text();
  }

  boolean is(int index, String text) {
    return index >= 0 && all.get(index).kind() != Lexeme.Kind.TEXT && text(index).equals(text);
  }

  boolean isWord(int index) {
    return index >= 0 && all.get(index).kind() == Lexeme.Kind.WORD;
  }

  /** Whether it is a word that stands for something of the language, and not for a field. */
  boolean isKeyword(int index, String text) {
    return isWord(index) && text(index).equals(text) && !isMember(index);
  }

  /** Whether it is a name by its place: after a dot or the sign of an annotation. */
  boolean isMember(int index) {
    return is(index - 1, ".") || is(index - 1, "@");
  }

  boolean isOpener(int index) {
    return isSignOf(index, OPENERS);
  }

  private boolean isSignOf(int index, String signs) {
    Token token = all.get(index);
    return token.kind() == Lexeme.Kind.SIGN
        && token.text().length() == 1
        && signs.contains(token.text());
  }

  /** The closing bracket of an opening one. */
  int closer(int opener) {
    return partners[opener];
  }

  /** The next token that is in no bracket which opens here. */
  int next(int index) {
    return partners[index] > index ? partners[index] + 1 : index + 1;
  }

  /** The first sign of that text from one index to before another, outside of brackets; or -1. */
  int find(String text, int from, int to) {
    for (int i = from; i < to; i = next(i)) {
      if (is(i, text)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The first keyword of that text from one index to before another, outside of brackets; or -1.
   */
  int findKeyword(String text, int from, int to) {
    for (int i = from; i < to; i = next(i)) {
      if (isKeyword(i, text)) {
        return i;
      }
    }
    return -1;
  }

  /** The index of the first token that begins at an offset or after it. */
  int indexAt(int offset) {
    int low = 0;
    int high = all.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
