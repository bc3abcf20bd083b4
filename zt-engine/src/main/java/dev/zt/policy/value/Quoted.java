package dev.zt.policy.value;

/** Text put between quotation marks so that whatever it holds is seen and stays on its line. */
public final class Quoted {
  private static final int SHOWN = 60;

  private Quoted() {}

  /** As a diagnostic names it: in backticks, cut after 60 code points. */
  public static String name(String text) {
    StringBuilder out = new StringBuilder().append('`');
    int shown = 0;
    for (int at = 0; at < text.length(); shown++) {
      if (shown == SHOWN) {
        return out.append("…`").toString();
      }
      int point = text.codePointAt(at);
      appendVisible(out, point);
      at += Character.charCount(point);
    }
    return out.append('`').toString();
  }

  /** As a policy writes it: a string literal. */
  public static String literal(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      if (point == '"' || point == '\\') {
        out.append('\\').append((char) point);
      } else {
        appendVisible(out, point);
      }
      at += Character.charCount(point);
    }
    return out.append('"').toString();
  }

  private static void appendVisible(StringBuilder out, int point) {
    if (point == '\n') {
      out.append("\\n");
    } else if (point == '\t') {
      out.append("\\t");
    } else if (unseen(point)) {
      out.append("\\u{").append(Integer.toHexString(point).toUpperCase(java.util.Locale.ROOT));
      out.append('}');
    } else {
      out.appendCodePoint(point);
    }
  }

  /**
   * Controls, bidirectional and other invisible formatting, line separators, surrogates. A fixed
   * list and not a Unicode category, so that canonical text is the same on every Java release.
   */
  private static boolean unseen(int point) {
    if (point < 0x7F) {
      return point < 0x20;
    }
    return within(point, 0x7F, 0x9F)
        || point == 0xAD
        || point == 0x61C
        || within(point, 0x200B, 0x200F)
        || within(point, 0x2028, 0x202E)
        || within(point, 0x2060, 0x206F)
        || within(point, 0xD800, 0xDFFF)
        || point == 0xFEFF
        || within(point, 0xFFF9, 0xFFFB)
        || within(point, 0xE0000, 0xE007F);
  }

  private static boolean within(int point, int first, int last) {
    return point >= first && point <= last;
  }
}
