package dev.zt.dsl.diagnostic;

import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a policy set.
 *
 * @param source the file
 * @param span the smallest text to change
 * @param message one line: lower case, no full stop, names in backticks
 * @param help what to do about it, in the same form
 */
public record Diagnostic(
    Code code, Source source, Span span, String message, @Nullable String help) {
  private static final int MOST_CHARACTERS = 400;

  /** A message that holds a name or a text of any length is cut in the middle. */
  public Diagnostic {
    message = cut(message);
    help = help == null ? null : cut(help);
  }

  private static String cut(String text) {
    if (text.codePointCount(0, text.length()) <= MOST_CHARACTERS) {
      return text;
    }
    int head = text.offsetByCodePoints(0, MOST_CHARACTERS / 2);
    int tail = text.offsetByCodePoints(text.length(), -MOST_CHARACTERS / 4);
    return text.substring(0, head) + "…" + text.substring(tail);
  }

  /** Whether it is an error or a warning. */
  public Severity severity() {
    return code.severity();
  }

  /** The name of the file. */
  public String file() {
    return source.file();
  }

  /** The line at which the underlined text begins, from 1. */
  public int line() {
    return source.line(span.start());
  }

  /** The column at which the underlined text begins, from 1, in code points. */
  public int column() {
    return source.column(span.start());
  }

  /** The length of the underlined text in code points; 0 for a place between two characters. */
  public int length() {
    return source.length(span);
  }

  /** The underlined text. */
  public String underlined() {
    return source.text(span);
  }
}
