package dev.zt.policy.value;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Instants as text: the {@code date-time} of RFC 3339 §5.6, read strictly.
 *
 * <p>A lower-case {@code t} or {@code z} is allowed, as the note in §5.6 says; a blank between date
 * and time is not. Second 60 is allowed where §5.7 puts leap seconds, before midnight UTC at the
 * end of June or December, and is the same instant as the midnight that follows.
 */
final class TimeText {
  private static final int LONGEST_REPAIRED = 64;
  private static final int DATE_LENGTH = 10;
  private static final long DAY = 86_400;

  private final String text;
  private int at;

  private TimeText(String text) {
    this.text = text;
  }

  /** The milliseconds since 1970-01-01T00:00:00Z, floored. */
  static long parse(String text, boolean secondsMayBeLeftOut) {
    try {
      return new TimeText(text).read(secondsMayBeLeftOut);
    } catch (InvalidText invalid) {
      throw InvalidText.suggesting(invalid.message(), () -> repaired(text));
    }
  }

  private long read(boolean secondsMayBeLeftOut) {
    long days = date();
    if (at == text.length()) {
      throw invalid("has no time of day");
    }
    if (!skip('T') && !skip('t')) {
      throw invalid("has no `T` between date and time");
    }
    int hour = number(2, 0, 23, "hour");
    require(':');
    int minute = number(2, 0, 59, "minute");
    int second = 0;
    int millis = 0;
    if (skip(':')) {
      second = number(2, 0, 60, "second");
      millis = skip('.') ? fraction() : 0;
    } else if (!secondsMayBeLeftOut) {
      throw invalid("has no seconds");
    }
    long offset = offset();
    if (at != text.length()) {
      throw notATime();
    }
    long seconds = days * DAY + hour * 3600L + minute * 60L + second - offset;
    if (second == 60 && !followsLeapSecond(seconds)) {
      throw invalid("has second 60, which only June and December may end with in UTC");
    }
    return seconds * 1000 + millis;
  }

  private long date() {
    int year = number(4, 0, 9999, "year");
    require('-');
    int month = number(2, 1, 12, "month");
    require('-');
    int day = number(2, 1, 31, "day");
    if (day > YearMonth.of(year, month).lengthOfMonth()) {
      throw invalid("names day " + day + " of a shorter month");
    }
    return LocalDate.of(year, month, day).toEpochDay();
  }

  private int fraction() {
    int end = Digits.end(text, at);
    if (end == at) {
      throw notATime();
    }
    int millis = 0;
    for (int place = 0; place < 3; place++) {
      millis = millis * 10 + (at + place < end ? text.charAt(at + place) - '0' : 0);
    }
    at = end;
    return millis;
  }

  private long offset() {
    if (at == text.length()) {
      throw invalid("has no offset from UTC");
    }
    if (skip('Z') || skip('z')) {
      return 0;
    }
    int sign = skip('-') ? -1 : 1;
    if (sign == 1) {
      require('+');
    }
    int hours = number(2, 0, 23, "offset hour");
    require(':');
    int minutes = number(2, 0, 59, "offset minute");
    return sign * (hours * 3600L + minutes * 60L);
  }

  private static boolean followsLeapSecond(long seconds) {
    LocalDate next = LocalDate.ofEpochDay(Math.floorDiv(seconds, DAY));
    return Math.floorMod(seconds, DAY) == 0
        && next.getDayOfMonth() == 1
        && (next.getMonth() == Month.JULY || next.getMonth() == Month.JANUARY);
  }

  private int number(int length, int least, int most, String part) {
    int end = at + length;
    if (end > text.length() || Digits.end(text, at) < end) {
      throw notATime();
    }
    int value = (int) Digits.value(text, at, end);
    if (value < least || value > most) {
      throw invalid("has " + part + " " + text.substring(at, end));
    }
    at = end;
    return value;
  }

  private boolean skip(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private void require(char c) {
    if (!skip(c)) {
      throw notATime();
    }
  }

  private InvalidText notATime() {
    return invalid("is not a time in the form of RFC 3339, such as `2026-03-02T09:00:00Z`");
  }

  private InvalidText invalid(String complaint) {
    return InvalidText.because(Quoted.name(text) + " " + complaint);
  }

  /** Puts in the parts that are often left out, and answers only what is then valid. */
  private static @Nullable String repaired(String text) {
    if (text.length() > LONGEST_REPAIRED || text.length() < DATE_LENGTH) {
      return null;
    }
    String date = text.substring(0, DATE_LENGTH);
    String rest = text.substring(DATE_LENGTH).trim();
    String time = rest.startsWith("T") || rest.startsWith("t") ? rest.substring(1) : rest;
    int zone = offsetStart(time);
    String clock = time.substring(0, zone).trim();
    String offset = zone == time.length() ? "Z" : time.substring(zone);
    if (clock.isEmpty()) {
      clock = "00:00:00";
    } else if (clock.length() == "HH:MM".length()) {
      clock += ":00";
    }
    String candidate = date + "T" + clock + offset;
    try {
      new TimeText(candidate).read(false);
      return candidate;
    } catch (InvalidText e) {
      return null;
    }
  }

  private static int offsetStart(String time) {
    for (int at = 0; at < time.length(); at++) {
      if ("Zz+-".indexOf(time.charAt(at)) >= 0) {
        return at;
      }
    }
    return time.length();
  }
}
