package dev.zt.policy.value;

/** Unsigned whole numbers in ASCII digits, grouped by single underscores as in {@code 10_000}. */
final class Digits {
  /** What {@link #value} answers when the number does not fit. */
  static final long TOO_LARGE = -1;

  private Digits() {}

  static boolean is(char c) {
    return c >= '0' && c <= '9';
  }

  /** The end of the run of digits that begins at {@code from}. */
  static int end(String text, int from) {
    int at = from;
    while (at < text.length() && is(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The end of the run of digits and underscores that begins at {@code from}. */
  static int groupedEnd(String text, int from) {
    int at = from;
    while (at < text.length() && (is(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    return at;
  }

  /** Whether the part is a number: digits, with at most one underscore between two of them. */
  static boolean grouped(String text, int from, int to) {
    boolean afterDigit = false;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (!is(c) && !(c == '_' && afterDigit)) {
        return false;
      }
      afterDigit = is(c);
    }
    return afterDigit;
  }

  /** The value of a part that is {@link #grouped}, or {@link #TOO_LARGE}. */
  static long value(String text, int from, int to) {
    long value = 0;
    for (int at = from; at < to; at++) {
      if (text.charAt(at) == '_') {
        continue;
      }
      int digit = text.charAt(at) - '0';
      if (value > (Long.MAX_VALUE - digit) / 10) {
        return TOO_LARGE;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
