package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an author may have meant by something that begins like a number and is none. */
final class MistakenNumbers {
  private static final int MOST_SHOWN = 40;

  private static final Pattern QUOTED_ELSEWHERE =
      Pattern.compile("[0-9]+(\\.[0-9]+){2,}(/[0-9]+)?|[0-9.]+/[0-9]+");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern WITH_UNIT =
      Pattern.compile("([0-9]+(?:_[0-9]+)*)(\\.[0-9]+)?([A-Za-z]+(?:/[A-Za-z]+)?)");
  private static final Pattern FRACTION = Pattern.compile("([0-9]+)\\.5([hmd])");
  private static final Pattern WEEKS = Pattern.compile("([0-9]{1,6})(w|weeks?)");

  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("msec", "ms"),
          Map.entry("msecs", "ms"),
          Map.entry("millis", "ms"),
          Map.entry("sec", "s"),
          Map.entry("secs", "s"),
          Map.entry("second", "s"),
          Map.entry("seconds", "s"),
          Map.entry("min", "m"),
          Map.entry("mins", "m"),
          Map.entry("minute", "m"),
          Map.entry("minutes", "m"),
          Map.entry("hr", "h"),
          Map.entry("hrs", "h"),
          Map.entry("hour", "h"),
          Map.entry("hours", "h"),
          Map.entry("day", "d"),
          Map.entry("days", "d"),
          Map.entry("s", "s"),
          Map.entry("ms", "ms"),
          Map.entry("m", "m"),
          Map.entry("h", "h"),
          Map.entry("d", "d"),
          Map.entry("km", "km"),
          Map.entry("km/h", "km/h"),
          Map.entry("kmh", "km/h"),
          Map.entry("kph", "km/h"),
          Map.entry("kmph", "km/h"));

  private MistakenNumbers() {}

  static void report(Reporter reporter, String literal, Span span) {
    boolean isLong = literal.length() > MOST_SHOWN;
    reporter.report(
        Code.BAD_NUMBER,
        span,
        "`" + shown(literal) + "` is no number",
        isLong ? null : help(literal));
  }

  static void reportLeadingZero(Reporter reporter, String literal, Span span) {
    String without = literal.replaceFirst("^0[0_]*(?=[0-9])", "");
    reporter.report(
        Code.BAD_NUMBER,
        span,
        "`" + shown(literal) + "` begins with a zero",
        "write `" + shown(without) + "`");
  }

  /** A literal that may be long, for a message. */
  static String shown(String literal) {
    return literal.length() <= MOST_SHOWN
        ? literal
        : literal.substring(0, literal.offsetByCodePoints(0, MOST_SHOWN / 2)) + "…";
  }

  private static @Nullable String help(String literal) {
    if (DATE.matcher(literal).lookingAt()) {
      return "a date or a time is written in quotes: `\"" + shown(literal) + "\"`";
    }
    if (literal.matches("0[xXbBoO].*")) {
      return "a number is decimal";
    }
    if (QUOTED_ELSEWHERE.matcher(literal).matches()) {
      return "an address, a range or a version is written in quotes: `\"" + shown(literal) + "\"`";
    }
    Matcher weeks = WEEKS.matcher(literal);
    if (weeks.matches()) {
      return "write `" + Long.parseLong(weeks.group(1)) * 7 + "d`; the largest unit is the day";
    }
    Matcher fraction = FRACTION.matcher(literal);
    if (fraction.matches()) {
      return "a duration has whole numbers: `" + half(fraction.group(1), fraction.group(2)) + "`";
    }
    Matcher withUnit = WITH_UNIT.matcher(literal);
    if (withUnit.matches()) {
      return unitHelp(withUnit);
    }
    if (literal.contains("_")) {
      return "`_` stands between two digits, as in `10_000`";
    }
    return "a number is written `42`, `10_000` or `3.25`; a name begins with a letter";
  }

  private static String half(String whole, String unit) {
    String rest =
        switch (unit) {
          case "d" -> "12h";
          case "h" -> "30m";
          default -> "30s";
        };
    return whole.equals("0") ? rest : whole + unit + rest;
  }

  private static String unitHelp(Matcher number) {
    String unit = UNITS.get(number.group(3).toLowerCase(Locale.ROOT));
    if (unit == null) {
      return "the units are `ms`, `s`, `m`, `h`, `d`, `km` and `km/h`";
    }
    if (number.group(2) != null) {
      return "a duration has whole numbers";
    }
    return "did you mean `" + shown(number.group(1)) + unit + "`?";
  }
}
