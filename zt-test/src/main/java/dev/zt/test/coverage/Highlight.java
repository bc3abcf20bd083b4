package dev.zt.test.coverage;

import java.util.Arrays;
import java.util.Set;

/** What each character of a policy file belongs to, for its colour. */
final class Highlight {
  /** Kinds of text. */
  enum Ink {
    PLAIN,
    COMMENT,
    TEXT,
    WORD
  }

  private static final Set<String> WORDS =
      Set.of(
          "module",
          "import",
          "enum",
          "record",
          "entity",
          "signal",
          "extend",
          "let",
          "role",
          "group",
          "segment",
          "permit",
          "forbid",
          "restrict",
          "require",
          "shadow",
          "when",
          "unless",
          "because",
          "else",
          "with",
          "for",
          "to",
          "on",
          "any",
          "all",
          "anyone",
          "action",
          "actions",
          "includes",
          "fresh",
          "obligation",
          "challenge",
          "event",
          "elevation",
          "risk",
          "add",
          "subtract",
          "behavior",
          "over",
          "by",
          "of",
          "and",
          "or",
          "not",
          "in",
          "is",
          "matches",
          "starts",
          "ends",
          "contains",
          "test",
          "given",
          "deny",
          "after",
          "do");

  private Highlight() {}

  static Ink[] of(String text) {
    Ink[] inks = new Ink[text.length()];
    Arrays.fill(inks, Ink.PLAIN);
    int at = 0;
    while (at < text.length()) {
      int end = end(text, at);
      Arrays.fill(inks, at, end, ink(text, at, end));
      at = end;
    }
    return inks;
  }

  private static Ink ink(String text, int start, int end) {
    if (text.startsWith("//", start) || text.startsWith("/*", start)) {
      return Ink.COMMENT;
    }
    if (text.charAt(start) == '"') {
      return Ink.TEXT;
    }
    boolean field = start > 0 && text.charAt(start - 1) == '.';
    return !field && WORDS.contains(text.substring(start, end)) ? Ink.WORD : Ink.PLAIN;
  }

  /** Where the comment, text, word or character ends that begins there. */
  private static int end(String text, int start) {
    if (text.startsWith("//", start)) {
      return atLeast(text, text.indexOf('\n', start));
    }
    if (text.startsWith("/*", start)) {
      int end = text.indexOf("*/", start + 2);
      return end < 0 ? text.length() : end + 2;
    }
    int end = start + 1;
    if (text.charAt(start) == '"') {
      while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
        end += text.charAt(end) == '\\' ? 2 : 1;
      }
      return Math.min(end + 1, text.length());
    }
    if (Character.isJavaIdentifierStart(text.charAt(start))) {
      while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  private static int atLeast(String text, int found) {
    return found < 0 ? text.length() : found;
  }
}
