package dev.zt.dsl.syntax;

/**
 * The characters that the lexer sees: ASCII, and beyond it one for each kind that matters to it.
 */
final class Alphabet {
  private static final int LETTER = 0xE9;
  private static final int LETTER_NUMBER = 0x2167;
  private static final int DIGIT = 0xB2;
  private static final int MARK = 0x301;
  private static final int CONNECTOR = 0x203F;

  private Alphabet() {}

  /** A text with as many code points, each replaced by the one of its kind. */
  static String of(String text) {
    if (isAscii(text)) {
      return text;
    }
    StringBuilder seen = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      seen.appendCodePoint(codePoint < 0x80 ? codePoint : standIn(codePoint));
      at += Character.charCount(codePoint);
    }
    return seen.toString();
  }

  private static boolean isAscii(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Characters that are in no name stand for themselves: the grammar knows some of them. */
  private static int standIn(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER ->
          LETTER;
      case Character.LETTER_NUMBER -> LETTER_NUMBER;
      case Character.DECIMAL_DIGIT_NUMBER, Character.OTHER_NUMBER -> DIGIT;
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          MARK;
      case Character.CONNECTOR_PUNCTUATION -> CONNECTOR;
      default -> codePoint;
    };
  }
}
