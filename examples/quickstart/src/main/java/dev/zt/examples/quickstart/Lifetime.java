package dev.zt.examples.quickstart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How long a decision stands, in words. */
final class Lifetime {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

  private Lifetime() {}

  /** Such as {@code for 8h, until 17:00:00 UTC}. */
  static String of(Instant now, Instant validUntil) {
    if (validUntil.equals(Instant.MAX)) {
      return "until a fact changes";
    }
    return "for " + length(Duration.between(now, validUntil)) + ", until " + end(now, validUntil);
  }

  /** The two largest units, which is what a person wants to know. */
  private static String length(Duration duration) {
    String text =
        Stream.of(
                part(duration.toDaysPart(), "d"),
                part(duration.toHoursPart(), "h"),
                part(duration.toMinutesPart(), "m"),
                part(duration.toSecondsPart(), "s"))
            .filter(part -> !part.isEmpty())
            .limit(2)
            .collect(Collectors.joining(" "));
    return text.isEmpty() ? "less than a second" : text;
  }

  private static String part(long amount, String unit) {
    return amount == 0 ? "" : amount + unit;
  }

  private static String end(Instant now, Instant validUntil) {
    ZonedDateTime end = validUntil.atZone(ZoneOffset.UTC);
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    return end.toLocalDate().equals(today)
        ? TIME.format(end)
        : DAY.format(end) + ", " + TIME.format(end);
  }
}
