package dev.zt.dsl.syntax;

import java.util.Set;

/**
 * Reads the names that a broken declaration was about to declare, so that their uses are no errors.
 */
final class DeclaredNames {
  private DeclaredNames() {}

  /** Adds the names of the tokens from {@code start} to before {@code end}. */
  static void collect(TokenList tokens, int start, int end, Set<String> names) {
    int at = afterAnnotations(tokens, start);
    if (tokens.type(at) == ZtLexer.SHADOW) {
      at++;
    }
    switch (tokens.type(at)) {
      case ZtLexer.ENUM, ZtLexer.ENTITY, ZtLexer.RECORD, ZtLexer.ACTIONS ->
          collectAll(tokens, at + 1, end, names);
      case ZtLexer.SIGNAL, ZtLexer.EXTEND, ZtLexer.ACTION -> collectFields(tokens, at, end, names);
      default -> collectOne(tokens, at, end, names);
    }
  }

  private static int afterAnnotations(TokenList tokens, int start) {
    int at = start;
    while (tokens.type(at) == ZtLexer.AT_SIGN && tokens.type(at + 2) == ZtLexer.OPEN_PAREN) {
      at += 5;
    }
    return at;
  }

  /** A label, or the name that follows the first word. */
  private static void collectOne(TokenList tokens, int at, int end, Set<String> names) {
    boolean isLabel = tokens.type(at + 1) == ZtLexer.COLON;
    int name = isLabel ? at : at + 1;
    if (name >= end || (!isLabel && !TokenKinds.isDeclaring(tokens.type(at)))) {
      return;
    }
    int type = tokens.type(name);
    if (TokenKinds.isWord(type)) {
      names.add(tokens.text(name));
    } else if (type == ZtLexer.STRING) {
      String literal = tokens.text(name);
      names.add(literal.substring(1, Math.max(1, literal.length() - 1)));
    }
  }

  private static void collectFields(TokenList tokens, int start, int end, Set<String> names) {
    for (int at = start; at < end; at++) {
      boolean isField = tokens.type(at + 1) == ZtLexer.COLON;
      boolean isSignal = tokens.type(at - 1) == ZtLexer.SIGNAL;
      if ((isField || isSignal) && TokenKinds.isWord(tokens.type(at))) {
        names.add(tokens.text(at));
      }
    }
  }

  private static void collectAll(TokenList tokens, int start, int end, Set<String> names) {
    for (int at = start; at < end; at++) {
      if (TokenKinds.isWord(tokens.type(at))) {
        names.add(tokens.text(at));
      }
    }
  }
}
