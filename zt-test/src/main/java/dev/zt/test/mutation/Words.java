package dev.zt.test.mutation;

import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds words and signs in the text between two expressions, where comments may stand too. */
final class Words {
  private static final Pattern UNREAD =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|//[^\\r\\n]*|(?s:/\\*.*?\\*/)");

  private Words() {}

  /** The first place between two offsets where the pattern stands; null when it does not. */
  static @Nullable Span first(Source source, int from, int to, Pattern pattern) {
    Matcher matcher = pattern.matcher(bare(source, from, to));
    return matcher.find() ? new Span(from + matcher.start(), from + matcher.end()) : null;
  }

  /** The last place between two offsets where the pattern stands; null when it does not. */
  static @Nullable Span last(Source source, int from, int to, Pattern pattern) {
    Matcher matcher = pattern.matcher(bare(source, from, to));
    Span last = null;
    while (matcher.find()) {
      last = new Span(from + matcher.start(), from + matcher.end());
    }
    return last;
  }

  /** The text with blanks in the place of comments and texts. */
  private static String bare(Source source, int from, int to) {
    return UNREAD
        .matcher(source.text(new Span(from, to)))
        .replaceAll(unread -> " ".repeat(unread.group().length()));
  }

  /** The offset of the first character from there on that is no blank. */
  static int afterBlanks(Source source, int from) {
    int at = from;
    while (at < source.text().length() && Character.isWhitespace(source.text().charAt(at))) {
      at++;
    }
    return at;
  }

  /** The offset after the last character up to there that is no blank. */
  static int beforeBlanks(Source source, int to) {
    int at = to;
    while (at > 0 && Character.isWhitespace(source.text().charAt(at - 1))) {
      at--;
    }
    return at;
  }
}
