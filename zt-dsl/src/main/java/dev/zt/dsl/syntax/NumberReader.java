package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/**
 * Decodes numbers, durations, distances and speeds.
 *
 * <p>One that is none, or is out of range, is reported and {@link Expression.Broken}.
 */
final class NumberReader {
  /** The places after the point that a decimal, a distance and a speed have. */
  static final int PLACES = 4;

  /** The characters that anything in range needs, many times over. */
  private static final int MOST_CHARACTERS = 200;

  private static final String WHOLE = "[0-9]+(?:_[0-9]+)*";
  private static final Pattern INT = Pattern.compile(WHOLE);
  private static final Pattern NUMBER = Pattern.compile("(" + WHOLE + "(?:\\.[0-9]+)?)(km/h|km)?");

  private final Reporter reporter;
  private final DurationReader durations;

  NumberReader(Reporter reporter) {
    this.reporter = reporter;
    this.durations = new DurationReader(reporter);
  }

  /** Whether it has the form of a number; one that has not is reported among the tokens. */
  static boolean hasForm(String literal) {
    return literal.length() <= MOST_CHARACTERS
        && (DurationReader.looksLikeOne(literal) || NUMBER.matcher(literal).matches());
  }

  /** The number, with its sign if it has one. */
  Expression read(boolean negative, Token token, Span span) {
    String literal = reporter.text(token);
    if (!hasForm(literal)) {
      return new Expression.Broken(span);
    }
    if (DurationReader.looksLikeOne(literal)) {
      Optional<Long> millis = durations.read(literal, Reporter.span(token));
      return millis.isPresent()
          ? new Expression.DurationLiteral(negative ? -millis.get() : millis.get(), span)
          : new Expression.Broken(span);
    }
    return number(negative, literal, Reporter.span(token), span);
  }

  /**
   * A duration in a place that takes nothing else; a millisecond, which later checks have nothing
   * against, when it is none and was reported.
   */
  Duration duration(Token token) {
    Span span = Reporter.span(token);
    String literal = reporter.text(token);
    if (!hasForm(literal)) {
      return new Duration(1, span);
    }
    if (DurationReader.looksLikeOne(literal)) {
      return new Duration(durations.read(literal, span).orElse(1L), span);
    }
    reporter.report(
        Code.BAD_NUMBER,
        span,
        "expected a duration, found `" + literal + "`",
        "a duration has a unit: `30s`, `15m`, `12h`, `30d`");
    return new Duration(1, span);
  }

  /** A whole number in a place that takes nothing else; 1 when it is none and was reported. */
  long whole(Token token) {
    Span span = Reporter.span(token);
    String literal = reporter.text(token);
    if (!hasForm(literal)) {
      return 1;
    }
    if (!INT.matcher(literal).matches()) {
      reporter.report(Code.BAD_NUMBER, span, "expected a whole number, found `" + literal + "`");
      return 1;
    }
    return read(false, token, span) instanceof Expression.IntLiteral number ? number.value() : 1;
  }

  private Expression number(boolean negative, String literal, Span at, Span span) {
    Matcher number = NUMBER.matcher(literal);
    if (!number.matches()) {
      throw new IllegalArgumentException(literal);
    }
    String digits = number.group(1).replace("_", "");
    if (!isExact(literal, digits, at)) {
      return new Expression.Broken(span);
    }
    String unit = number.group(2);
    BigDecimal value = new BigDecimal(negative ? "-" + digits : digits);
    boolean whole = unit == null && value.scale() == 0;
    if (!fits(whole ? value : value.movePointRight(PLACES))) {
      reportOutOfRange(literal, whole, at);
      return new Expression.Broken(span);
    }
    if (whole) {
      return new Expression.IntLiteral(value.longValueExact(), span);
    }
    if (unit == null) {
      return new Expression.DecimalLiteral(value, span);
    }
    return unit.equals("km")
        ? new Expression.DistanceLiteral(value, span)
        : new Expression.SpeedLiteral(value, span);
  }

  private boolean isExact(String literal, String digits, Span at) {
    if (digits.length() > 1 && digits.charAt(0) == '0' && digits.charAt(1) != '.') {
      MistakenNumbers.reportLeadingZero(reporter, literal, at);
      return false;
    }
    int point = digits.indexOf('.');
    if (point >= 0 && digits.length() - point - 1 > PLACES) {
      reporter.report(
          Code.BAD_NUMBER,
          at,
          "`"
              + MistakenNumbers.shown(literal)
              + "` has more than "
              + PLACES
              + " places after the point");
      return false;
    }
    return true;
  }

  private static boolean fits(BigDecimal value) {
    return value.toBigInteger().bitLength() < Long.SIZE;
  }

  private void reportOutOfRange(String literal, boolean whole, Span at) {
    String largest =
        whole
            ? "int is `" + Long.MAX_VALUE
            : "decimal is `" + BigDecimal.valueOf(Long.MAX_VALUE, PLACES).toPlainString();
    reporter.report(
        Code.BAD_NUMBER,
        at,
        "`" + MistakenNumbers.shown(literal) + "` is out of range",
        "the largest " + largest + "`");
  }
}
