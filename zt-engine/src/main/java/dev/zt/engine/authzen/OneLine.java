package dev.zt.engine.authzen;

import java.util.Locale;

/** Makes text that a stranger wrote fit to stand in a message and in a log. */
final class OneLine {
  private static final int LONGEST_NAME = 80;

  private OneLine() {}

  /** The text, with the code point in place of whatever is not seen or breaks the line. */
  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (isSeen(point)) {
                out.appendCodePoint(point);
              } else {
                out.append("\\u{")
                    .append(Integer.toHexString(point).toUpperCase(Locale.ROOT))
                    .append('}');
              }
            });
    return out.toString();
  }

  /** The text, or its beginning when it is long. */
  static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_NAME
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME)) + "…";
  }

  private static boolean isSeen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
