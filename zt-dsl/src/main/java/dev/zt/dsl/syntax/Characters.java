package dev.zt.dsl.syntax;

import java.util.Locale;

/** What Unicode says about a character. */
final class Characters {
  private Characters() {}

  /** A character as an author can find it: itself, if it can be seen, its number and its name. */
  static String named(int codePoint) {
    String number = String.format(Locale.ROOT, "U+%04X", codePoint);
    if (codePoint > ' ' && codePoint < 0x7F) {
      return "`" + Character.toString(codePoint) + "`";
    }
    String name = Character.getName(codePoint);
    String full = name == null ? number : number + " " + name;
    boolean visible = Character.isDefined(codePoint) && !isHidden(codePoint) && !isBlank(codePoint);
    return visible && !isMark(codePoint)
        ? "`" + Character.toString(codePoint) + "` (" + full + ")"
        : full;
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE;
  }

  /** Whether it looks like a blank and is none of the language's. */
  static boolean isBlank(int codePoint) {
    return codePoint == 0x0B
        || codePoint == 0x0C
        || codePoint == 0x85
        || codePoint == 0x2028
        || codePoint == 0x2029
        || Character.getType(codePoint) == Character.SPACE_SEPARATOR;
  }

  /** Whether it is a control or format character, which cannot be seen. */
  static boolean isHidden(int codePoint) {
    return isControl(codePoint) || Character.getType(codePoint) == Character.FORMAT;
  }

  /** Whether it is a control character, tabs and line breaks aside. */
  static boolean isControl(int codePoint) {
    boolean layout = codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
    return !layout && Character.getType(codePoint) == Character.CONTROL;
  }

  /**
   * Whether it changes the direction in which text is shown (Unicode Standard Annex 9: the
   * embeddings, overrides, isolates and marks).
   */
  static boolean isBidirectional(int codePoint) {
    return codePoint == 0x061C
        || codePoint == 0x200E
        || codePoint == 0x200F
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}
