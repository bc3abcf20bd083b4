package dev.zt.dsl.check;

/** Pieces of a file as one line, without comments. */
final class Sentences {
  private Sentences() {}

  /** The text with single blanks between words; literal texts stay as they are. */
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    boolean blank = false;
    int at = 0;
    while (at < text.length()) {
      int end = end(text, at);
      if (isComment(text, at) || Character.isWhitespace(text.charAt(at))) {
        blank = line.length() > 0;
      } else {
        line.append(blank ? " " : "").append(text, at, end);
        blank = false;
      }
      at = end;
    }
    return line.toString();
  }

  private static boolean isComment(String text, int at) {
    return text.startsWith("//", at) || text.startsWith("/*", at);
  }

  /** Where the text, comment or character ends that begins there. */
  private static int end(String text, int at) {
    if (text.startsWith("//", at)) {
      int end = text.indexOf('\n', at);
      return end < 0 ? text.length() : end;
    } else if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      return end < 0 ? text.length() : end + 2;
    } else if (text.charAt(at) != '"') {
      return at + 1;
    }
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end + 1, text.length());
  }
}
