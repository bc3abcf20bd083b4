package dev.zt.policy.value;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Schedules as text: {@code DAYS HH:MM-HH:MM ZONE}, several joined by {@code ;}. */
final class ScheduleText {
  private static final int LONGEST = 1_000;
  private static final int DAY = 24 * 60;
  private static final String FORM =
      "a schedule is written like `Mon-Fri 08:00-18:00 Europe/Berlin`";

  private static final Map<String, DayOfWeek> NAMES = new TreeMap<>();

  static {
    for (DayOfWeek day : DayOfWeek.values()) {
      NAMES.put(ScheduleEntry.shortName(day), day);
    }
  }

  private static final Map<String, String> WORDS =
      Map.of(
          "weekday", "Mon-Fri",
          "weekdays", "Mon-Fri",
          "weekend", "Sat-Sun",
          "weekends", "Sat-Sun",
          "everyday", "daily",
          "daily", "daily");

  private ScheduleText() {}

  static List<ScheduleEntry> parse(String text) {
    if (text.length() > LONGEST) {
      throw InvalidText.because(
          Quoted.name(text) + " is longer than the " + LONGEST + " characters of a schedule");
    }
    List<ScheduleEntry> entries = new ArrayList<>();
    for (String entry : text.split(";", -1)) {
      entries.add(entry(strip(entry)));
    }
    return entries;
  }

  private static ScheduleEntry entry(String text) {
    String[] words = text.isEmpty() ? new String[0] : text.split(" +", -1);
    if (words.length == 2 && words[1].contains(":")) {
      throw InvalidText.because(
          Quoted.name(text) + " has no time zone",
          "add a time zone, such as `UTC` or `Europe/Berlin`");
    }
    if (words.length != 3) {
      throw InvalidText.because(Quoted.name(text) + " is not a schedule", FORM);
    }
    Set<DayOfWeek> days = days(words[0]);
    int dash = words[1].indexOf('-');
    if (dash < 0) {
      throw InvalidText.because(
          Quoted.name(words[1]) + " is not a start and an end", "write them like `08:00-18:00`");
    }
    int start = clock(words[1].substring(0, dash));
    int end = clock(words[1].substring(dash + 1));
    if (start == end) {
      throw InvalidText.because(
          Quoted.name(words[1]) + " starts when it ends", "a whole day is `00:00-24:00`");
    }
    if (start == DAY) {
      throw InvalidText.because(
          Quoted.name(words[1]) + " starts at the end of a day", "did you mean `00:00`?");
    }
    TimeZones.rules(words[2]);
    return new ScheduleEntry(days, start, end, words[2]);
  }

  private static Set<DayOfWeek> days(String text) {
    if (text.equals("daily")) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : text.split(",", -1)) {
      int dash = part.indexOf('-');
      if (dash < 0) {
        days.add(day(part));
        continue;
      }
      DayOfWeek first = day(part.substring(0, dash));
      DayOfWeek last = day(part.substring(dash + 1));
      if (first == last) {
        String name = ScheduleEntry.shortName(first);
        throw InvalidText.because(
            Quoted.name(part) + " is one day or seven",
            "write " + Quoted.name(name) + " for the one, `daily` for the seven");
      }
      for (DayOfWeek day = first; day != last; day = day.plus(1)) {
        days.add(day);
      }
      days.add(last);
    }
    return days;
  }

  private static DayOfWeek day(String name) {
    DayOfWeek day = NAMES.get(name);
    if (day == null) {
      throw InvalidText.suggesting(Quoted.name(name) + " is not a day", () -> intendedDay(name));
    }
    return day;
  }

  /** The day whose English name the text begins, or its word for several days. */
  private static @Nullable String intendedDay(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    String several = WORDS.get(lower);
    if (several != null || lower.length() < 2) {
      return several;
    }
    List<String> near = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      String full = day.name().toLowerCase(Locale.ROOT);
      if (full.startsWith(lower) || full.equals(lower.replaceAll("s$", ""))) {
        near.add(ScheduleEntry.shortName(day));
      }
    }
    return near.size() == 1 ? near.get(0) : NearestName.of(written, NAMES.keySet());
  }

  private static int clock(String text) {
    boolean wellFormed =
        text.length() == 5
            && Digits.end(text, 0) == 2
            && text.charAt(2) == ':'
            && Digits.end(text, 3) == 5;
    if (!wellFormed) {
      throw InvalidText.suggesting(
          Quoted.name(text) + " is not a time of day", () -> intendedClock(text));
    }
    int hour = (int) Digits.value(text, 0, 2);
    int minute = (int) Digits.value(text, 3, 5);
    if (minute > 59 || hour * 60 + minute > DAY) {
      throw InvalidText.because(
          Quoted.name(text) + " is not a time of day", "a day is `00:00-24:00`");
    }
    return hour * 60 + minute;
  }

  private static @Nullable String intendedClock(String written) {
    int hourEnd = Digits.end(written, 0);
    if (hourEnd < 1 || hourEnd > 2) {
      return null;
    }
    String hour = hourEnd == 1 ? "0" + written : written;
    String clock = hour.length() == 2 ? hour + ":00" : hour;
    try {
      clock(clock);
      return clock;
    } catch (InvalidText e) {
      return null;
    }
  }

  private static String strip(String entry) {
    int start = 0;
    int end = entry.length();
    while (start < end && entry.charAt(start) == ' ') {
      start++;
    }
    while (end > start && entry.charAt(end - 1) == ' ') {
      end--;
    }
    return entry.substring(start, end);
  }
}
