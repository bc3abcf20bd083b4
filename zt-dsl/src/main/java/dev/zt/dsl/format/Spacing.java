package dev.zt.dsl.format;

import dev.zt.dsl.syntax.Lexeme;
import java.util.Set;

/** Where a blank stands between two words, literals or signs on a line. */
final class Spacing {
  /** Words after which an operand comes. */
  private static final Set<String> BEFORE_OPERAND =
      Set.of(
          "and",
          "or",
          "not",
          "in",
          "is",
          "contains",
          "matches",
          "with",
          "when",
          "unless",
          "where",
          "require",
          "by",
          "for",
          "to",
          "else",
          "because",
          "over",
          "on");

  /** Signs that follow what is before them without a blank. */
  private static final Set<String> CLOSE_TO_LAST = Set.of(")", "]", ",", ".", ":", "?");

  /** Signs that what is after them follows without a blank. */
  private static final Set<String> CLOSE_TO_NEXT = Set.of("(", "[", ".", "@");

  private static final Set<String> CLOSERS = Set.of(")", "]", "}");

  private Spacing() {}

  /** Whether a blank stands before the token at an index, which has one before it. */
  static boolean blankBefore(Tokens tokens, int index) {
    String next = tokens.text(index);
    boolean isSign = tokens.at(index).kind() == Lexeme.Kind.SIGN;
    if (isSign && CLOSE_TO_LAST.contains(next)) {
      return false;
    }
    int before = index - 1;
    if (tokens.at(before).kind() == Lexeme.Kind.SIGN
        && CLOSE_TO_NEXT.contains(tokens.text(before))) {
      return false;
    }
    if (tokens.is(before, "-") && isUnary(tokens, before)) {
      return false;
    }
    return !(isSign && next.equals("(")) || !isCalled(tokens, before);
  }

  /** Whether a parenthesis after it holds arguments. */
  static boolean isCalled(Tokens tokens, int index) {
    if (!tokens.isWord(index)) {
      return false;
    }
    if (tokens.isMember(index)) {
      return true;
    }
    return !isBeforeOperand(tokens, index);
  }

  private static boolean isUnary(Tokens tokens, int index) {
    int before = index - 1;
    if (before < 0) {
      return true;
    }
    return switch (tokens.at(before).kind()) {
      case NUMBER, TEXT -> false;
      case WORD -> !tokens.isMember(before) && isBeforeOperand(tokens, before);
      case SIGN -> !CLOSERS.contains(tokens.text(before));
      case LINE_COMMENT, DOC_COMMENT, BLOCK_COMMENT -> true;
    };
  }

  private static boolean isBeforeOperand(Tokens tokens, int index) {
    boolean manyOf =
        (tokens.is(index, "any") || tokens.is(index, "all"))
            && tokens.isKeyword(index - 1, "contains");
    return manyOf || BEFORE_OPERAND.contains(tokens.text(index));
  }
}
