package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.CommonToken;

/**
 * Warns of characters in text and comments that show the reader something else than the engine
 * reads: changes of direction (CVE-2021-42574), characters that cannot be seen, and letters of one
 * script in a word of another that look the same.
 */
final class TextReview {
  private final Reporter reporter;

  TextReview(Reporter reporter) {
    this.reporter = reporter;
  }

  /** Looks at all texts and comments. */
  void review(List<CommonToken> tokens) {
    if (isPlain(reporter.source().text())) {
      return;
    }
    for (CommonToken token : tokens) {
      switch (token.getType()) {
        case ZtLexer.STRING, ZtLexer.UNCLOSED_STRING -> {
          reviewCharacters(token, "text");
          reviewWords(token);
        }
        case ZtLexer.DOC_COMMENT,
            ZtLexer.LINE_COMMENT,
            ZtLexer.BLOCK_COMMENT,
            ZtLexer.UNCLOSED_COMMENT ->
            reviewCharacters(token, "a comment");
        default -> {}
      }
    }
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' || c >= 0x7F) && c != '\n') {
        return false;
      }
    }
    return true;
  }

  private void reviewCharacters(CommonToken token, String where) {
    String text = reporter.source().text();
    int at = token.getStartIndex();
    while (at <= token.getStopIndex()) {
      int codePoint = text.codePointAt(at);
      Span span = new Span(at, at + Character.charCount(codePoint));
      String escape = String.format(Locale.ROOT, "\\u{%X}", codePoint);
      String help =
          where.equals("text") ? "write `" + escape + "`, or leave it out" : "leave it out";
      if (Characters.isControl(codePoint)) {
        reporter.report(
            Code.CONTROL_CHARACTER,
            span,
            "the control character " + Characters.named(codePoint) + " stands in " + where,
            help);
      } else if (Characters.isBidirectional(codePoint)) {
        reporter.report(
            Code.BIDIRECTIONAL,
            span,
            Characters.named(codePoint) + " changes how " + where + " is shown",
            help);
      } else if (Characters.isHidden(codePoint) && !isJoinerOfScript(text, at)) {
        reporter.report(
            Code.LOOK_ALIKE,
            span,
            Characters.named(codePoint) + " cannot be seen in " + where,
            help);
      }
      at = span.end();
    }
  }

  /** Emoji, Arabic and Indic scripts join and part letters with characters that cannot be seen. */
  private static boolean isJoinerOfScript(String text, int at) {
    char c = text.charAt(at);
    boolean joiner = c == 0x200C || c == 0x200D;
    return joiner && at > 0 && text.charAt(at - 1) > 0x7F;
  }

  private void reviewWords(CommonToken token) {
    String text = reporter.source().text();
    int at = token.getStartIndex();
    while (at <= token.getStopIndex()) {
      int start = at;
      while (at <= token.getStopIndex() && Character.isLetter(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
      }
      if (at > start) {
        reviewWord(text, start, at);
      } else {
        at += Character.charCount(text.codePointAt(at));
      }
    }
  }

  private static boolean looksLatin(UnicodeScript script) {
    return script == UnicodeScript.CYRILLIC
        || script == UnicodeScript.GREEK
        || script == UnicodeScript.ARMENIAN
        || script == UnicodeScript.CHEROKEE
        || script == UnicodeScript.LISU;
  }

  private void reviewWord(String text, int start, int end) {
    boolean latin = false;
    int odd = -1;
    for (int at = start; at < end; at += Character.charCount(text.codePointAt(at))) {
      UnicodeScript script = UnicodeScript.of(text.codePointAt(at));
      latin |= script == UnicodeScript.LATIN;
      if (odd < 0 && looksLatin(script)) {
        odd = at;
      }
    }
    if (latin && odd >= 0) {
      int codePoint = text.codePointAt(odd);
      reporter.report(
          Code.LOOK_ALIKE,
          new Span(odd, odd + Character.charCount(codePoint)),
          Characters.named(codePoint) + " stands among Latin letters",
          "a letter that looks the same is another one");
    }
  }
}
