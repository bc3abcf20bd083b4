package dev.zt.policy.value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Durations as text: whole numbers with units from large to small, such as {@code 1h30m}. */
final class DurationText {
  private static final int LONGEST_REPAIRED = 40;

  private enum Unit {
    d(86_400_000L),
    h(3_600_000L),
    m(60_000L),
    s(1_000L),
    ms(1L);

    private static final Map<String, Unit> BY_NAME =
        Map.of("d", d, "h", h, "m", m, "s", s, "ms", ms);

    final long millis;

    Unit(long millis) {
      this.millis = millis;
    }
  }

  private static final Map<String, Unit> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("day", Unit.d),
          Map.entry("days", Unit.d),
          Map.entry("hr", Unit.h),
          Map.entry("hrs", Unit.h),
          Map.entry("hour", Unit.h),
          Map.entry("hours", Unit.h),
          Map.entry("min", Unit.m),
          Map.entry("mins", Unit.m),
          Map.entry("minute", Unit.m),
          Map.entry("minutes", Unit.m),
          Map.entry("sec", Unit.s),
          Map.entry("secs", Unit.s),
          Map.entry("second", Unit.s),
          Map.entry("seconds", Unit.s),
          Map.entry("msec", Unit.ms),
          Map.entry("millis", Unit.ms),
          Map.entry("milliseconds", Unit.ms));

  private DurationText() {}

  static long parse(String text) {
    long total = 0;
    boolean fits = true;
    long larger = Long.MAX_VALUE;
    int at = 0;
    do {
      int numberEnd = Digits.groupedEnd(text, at);
      if (!Digits.grouped(text, at, numberEnd)) {
        throw invalid(text, "is not a duration");
      }
      int unitEnd = lettersEnd(text, numberEnd);
      if (unitEnd == text.length() && unitEnd == numberEnd) {
        throw InvalidText.because(
            Quoted.name(text) + " has no unit", "add one of `d`, `h`, `m`, `s`, `ms`");
      }
      Unit unit = Unit.BY_NAME.get(text.substring(numberEnd, unitEnd));
      if (unit == null) {
        throw invalid(text, "is not a duration");
      }
      if (unit.millis >= larger) {
        throw invalid(text, "does not name its units once each, from large to small");
      }
      larger = unit.millis;
      long number = Digits.value(text, at, numberEnd);
      fits &= number != Digits.TOO_LARGE && number <= (Long.MAX_VALUE - total) / unit.millis;
      total = fits ? total + number * unit.millis : total;
      at = unitEnd;
    } while (at < text.length());
    if (!fits) {
      throw InvalidText.beyondRange(Quoted.name(text) + " is out of range for a duration");
    }
    return total;
  }

  static String format(long millis) {
    if (millis == 0) {
      return "0s";
    }
    StringBuilder out = new StringBuilder(millis < 0 ? "-" : "");
    // The rest is kept at or below zero: the magnitude of the least long does not fit in a long.
    long rest = millis < 0 ? millis : -millis;
    for (Unit unit : Unit.values()) {
      long number = -(rest / unit.millis);
      if (number != 0) {
        out.append(number).append(unit);
      }
      rest %= unit.millis;
    }
    return out.toString();
  }

  private static InvalidText invalid(String text, String complaint) {
    return InvalidText.suggesting(Quoted.name(text) + " " + complaint, () -> repaired(text));
  }

  private static int lettersEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z') {
      at++;
    }
    return at;
  }

  /** Reads generously: decimals, blanks, unit words, any order, and the ISO 8601 form. */
  private static @Nullable String repaired(String text) {
    if (text.isEmpty() || text.length() > LONGEST_REPAIRED) {
      return null;
    }
    String generous = text.replace(" ", "").toLowerCase(Locale.ROOT);
    Long millis = generous.startsWith("p") ? isoMillis(generous) : generousMillis(generous);
    return millis == null || millis < 0 ? null : format(millis);
  }

  private static @Nullable Long isoMillis(String text) {
    try {
      return java.time.Duration.parse(text).toMillis();
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  private static @Nullable Long generousMillis(String text) {
    BigDecimal total = BigDecimal.ZERO;
    int at = 0;
    while (at < text.length()) {
      int numberEnd = Digits.end(text, at);
      if (numberEnd < text.length() && text.charAt(numberEnd) == '.') {
        numberEnd = Digits.end(text, numberEnd + 1);
      }
      int unitEnd = lettersEnd(text, numberEnd);
      String name = text.substring(numberEnd, unitEnd);
      Unit unit = Unit.BY_NAME.getOrDefault(name, OTHER_NAMES.get(name));
      if (unit == null || !Digits.is(text.charAt(at)) || text.charAt(numberEnd - 1) == '.') {
        return null;
      }
      BigDecimal number = new BigDecimal(text.substring(at, numberEnd));
      total = total.add(number.multiply(BigDecimal.valueOf(unit.millis)));
      at = unitEnd;
    }
    try {
      return total.longValueExact();
    } catch (ArithmeticException e) {
      return null;
    }
  }
}
