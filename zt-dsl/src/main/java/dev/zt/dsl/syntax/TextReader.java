package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import org.antlr.v4.runtime.Token;

/** Decodes text literals. */
final class TextReader {
  private static final String ESCAPES =
      "text has the escapes `\\\"`, `\\\\`, `\\n`, `\\t` and `\\u{1F600}`";
  private static final int MOST_HEX_DIGITS = 6;

  private final Reporter reporter;

  TextReader(Reporter reporter) {
    this.reporter = reporter;
  }

  /** The text that a literal stands for; a bad escape is reported and left out. */
  Text read(Token token) {
    Span span = Reporter.span(token);
    String literal = reporter.text(token);
    boolean closed = literal.length() > 1 && token.getType() == ZtLexer.STRING;
    return new Text(decode(literal, closed ? literal.length() - 1 : literal.length(), span), span);
  }

  private String decode(String literal, int end, Span span) {
    StringBuilder decoded = new StringBuilder(literal.length());
    int at = 1;
    while (at < end) {
      char c = literal.charAt(at);
      if (c == '\\') {
        at = escape(literal, at, end, span, decoded);
      } else {
        decoded.append(c);
        at++;
      }
    }
    return decoded.toString();
  }

  private int escape(String literal, int at, int end, Span span, StringBuilder decoded) {
    if (at + 1 >= end) {
      return end;
    }
    int next = literal.codePointAt(at + 1);
    int after = at + 1 + Character.charCount(next);
    switch (next) {
      case '"', '\\' -> decoded.appendCodePoint(next);
      case 'n' -> decoded.append('\n');
      case 't' -> decoded.append('\t');
      case 'u' -> {
        return codePoint(literal, at, end, span, decoded);
      }
      default -> {
        Span bad = new Span(span.start() + at, span.start() + after);
        String doubled = "`\\\\" + Character.toString(next) + "`";
        reporter.report(
            Code.BAD_ESCAPE,
            bad,
            "text has no escape `\\" + Character.toString(next) + "`",
            "a backslash itself is written `\\\\`, here " + doubled);
      }
    }
    return after;
  }

  private int codePoint(String literal, int at, int end, Span span, StringBuilder decoded) {
    int close = literal.indexOf('}', at);
    boolean braced = at + 2 < end && literal.charAt(at + 2) == '{' && close > 0 && close < end;
    String digits = braced ? literal.substring(at + 3, close) : "";
    int codePoint = codePoint(digits);
    int after = braced ? close + 1 : at + 2;
    if (codePoint < 0) {
      reporter.report(
          Code.BAD_ESCAPE,
          new Span(span.start() + at, span.start() + after),
          braced
              ? "`" + digits + "` is no Unicode code point"
              : "`\\u` is followed by a code point in braces",
          braced
              ? "a code point has 1 to 6 hexadecimal digits, from `\\u{0}` to `\\u{10FFFF}`,"
                  + " surrogates aside"
              : ESCAPES);
      return after;
    }
    decoded.appendCodePoint(codePoint);
    return after;
  }

  /** The code point of some hexadecimal digits; -1 if they are none. */
  private static int codePoint(String digits) {
    if (digits.isEmpty() || digits.length() > MOST_HEX_DIGITS) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    return Character.isValidCodePoint(value) && !surrogate ? value : -1;
  }
}
