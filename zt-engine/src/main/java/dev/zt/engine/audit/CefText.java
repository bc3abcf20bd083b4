package dev.zt.engine.audit;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Text in the Common Event Format. A backslash escapes what has a meaning there; what is not
 * printable ASCII becomes {@code \\u} and four hexadecimal digits, which a backslash in text never
 * looks like, because it is doubled.
 */
final class CefText {
  private CefText() {}

  /** Text between two bars of the header. */
  static String header(String text) {
    return escaped(text, '|');
  }

  /** Text of an extension. */
  static String value(String text) {
    return escaped(text, '=');
  }

  /** Several texts in one: a semicolon within one of them is escaped. */
  static String joined(Collection<String> texts) {
    return texts.stream()
        .map(text -> text.replace("\\", "\\\\").replace(";", "\\;"))
        .collect(Collectors.joining("; "));
  }

  private static String escaped(String text, char sign) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '\\' || each == sign) {
        out.append('\\').append(each);
      } else if (each == '\n') {
        out.append("\\n");
      } else if (each == '\r') {
        out.append("\\r");
      } else if (each < ' ' || each > '~') {
        out.append("\\u").append(hex(each));
      } else {
        out.append(each);
      }
    }
    return out.toString();
  }

  private static String hex(char each) {
    String digits = Integer.toHexString(each);
    return "0".repeat(4 - digits.length()) + digits;
  }
}
