package dev.zt.policy.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Schedules against a model that reads the wall clock minute by minute. */
class ScheduleProperties {
  private static final long MINUTE = 60_000;
  private static final int SCANNED_MINUTES = 9 * 24 * 60;
  private static final List<String> ZONES =
      List.of(
          "UTC",
          "Europe/Berlin",
          "America/Los_Angeles",
          "America/Sao_Paulo", // midnight changes until 2019
          "Africa/Cairo", // midnight changes
          "Asia/Amman",
          "Asia/Tehran",
          "Asia/Kathmandu", // 5:45 ahead
          "Australia/Lord_Howe", // changes by half an hour
          "Antarctica/Troll", // changes by two hours
          "Africa/Casablanca", // changes around Ramadan
          "America/Asuncion",
          "Pacific/Apia"); // left out a day

  record Entry(Set<DayOfWeek> days, int start, int end, String zone) {
    String text() {
      String names = days.stream().map(ScheduleEntry::shortName).collect(Collectors.joining(","));
      return String.format(
          "%s %02d:%02d-%02d:%02d %s", names, start / 60, start % 60, end / 60, end % 60, zone);
    }

    boolean in(LocalDateTime wall) {
      int minute = wall.getHour() * 60 + wall.getMinute();
      DayOfWeek today = wall.getDayOfWeek();
      if (start < end) {
        return days.contains(today) && minute >= start && minute < end;
      }
      return (days.contains(today) && minute >= start)
          || (days.contains(today.minus(1)) && minute < end);
    }
  }

  record Question(List<Entry> entries, long millis) {
    Schedule schedule() {
      return Schedule.parse(entries.stream().map(Entry::text).collect(Collectors.joining(";")));
    }
  }

  @Provide
  Arbitrary<Question> questions() {
    return entries().list().ofMinSize(1).ofMaxSize(3).flatMap(this::near);
  }

  private Arbitrary<Entry> entries() {
    Arbitrary<Integer> minutes =
        Arbitraries.oneOf(
            Arbitraries.of(0, 1, 60, 119, 120, 150, 180, 1380, 1439),
            Arbitraries.integers().between(0, 1439));
    return Combinators.combine(
            Arbitraries.of(DayOfWeek.class).set().ofMinSize(1),
            minutes,
            Arbitraries.oneOf(minutes, Arbitraries.just(1440)),
            Arbitraries.of(ZONES))
        .filter((days, start, end, zone) -> !start.equals(end))
        .as(Entry::new);
  }

  /** Instants around the clock changes of one of the zones, and some between them. */
  private Arbitrary<Question> near(List<Entry> entries) {
    List<Long> changes =
        entries.stream()
            .flatMap(entry -> changes(entry.zone()).stream())
            .collect(Collectors.toList());
    Arbitrary<Long> anywhere =
        Arbitraries.longs().between(millis("1995-01-01T00:00:00Z"), millis("2045-01-01T00:00:00Z"));
    Arbitrary<Long> atChanges = changes.isEmpty() ? anywhere : Arbitraries.of(changes);
    Arbitrary<Long> around =
        Arbitraries.oneOf(
            Arbitraries.of(-MINUTE, -1000L, -1L, 0L, 1L, 1000L, MINUTE),
            Arbitraries.longs().between(-30 * 60 * MINUTE, 30 * 60 * MINUTE));
    return Combinators.combine(Arbitraries.oneOf(atChanges, atChanges, anywhere), around)
        .as((change, distance) -> new Question(entries, change + distance));
  }

  private static List<Long> changes(String zone) {
    List<Long> changes = new java.util.ArrayList<>();
    Instant at = Instant.parse("1995-01-01T00:00:00Z");
    Instant end = Instant.parse("2045-01-01T00:00:00Z");
    while (true) {
      ZoneOffsetTransition next = ZoneId.of(zone).getRules().nextTransition(at);
      if (next == null || next.getInstant().isAfter(end)) {
        return changes;
      }
      at = next.getInstant();
      changes.add(at.toEpochMilli());
    }
  }

  private static long millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  private static boolean readsIn(Entry entry, long millis) {
    return entry.in(LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneId.of(entry.zone())));
  }

  /** The seeded fault: a zone that keeps its standard time. */
  private static boolean readsInByStandardTime(Entry entry, long millis) {
    Instant instant = Instant.ofEpochMilli(millis);
    ZoneOffset standard = ZoneId.of(entry.zone()).getRules().getStandardOffset(instant);
    return entry.in(LocalDateTime.ofInstant(instant, standard));
  }

  private static boolean agrees(Question question, BiPredicate<Entry, Long> model) {
    Schedule schedule = question.schedule();
    boolean inside = question.entries().stream().anyMatch(e -> model.test(e, question.millis()));
    if (schedule.contains(question.millis()) != inside) {
      return false;
    }
    long change = schedule.nextChange(question.millis());
    long at = Math.floorDiv(question.millis(), MINUTE) * MINUTE;
    for (int minute = 0; minute < SCANNED_MINUTES; minute++) {
      at += MINUTE;
      long now = at;
      if (question.entries().stream().anyMatch(e -> model.test(e, now)) != inside) {
        return change == now;
      }
    }
    return change > at;
  }

  @Property(tries = 2_000)
  void theNextChangeIsTheOneThatAScanOfTheWallClockFinds(@ForAll("questions") Question question) {
    assertThat(agrees(question, ScheduleProperties::readsIn)).isTrue();
  }

  @Example
  void aModelWithoutSummerTimeIsCaught() {
    long caught =
        questions()
            .sampleStream()
            .limit(100)
            .filter(question -> !agrees(question, ScheduleProperties::readsInByStandardTime))
            .count();
    assertThat(caught).isPositive();
  }

  @Property(tries = 1_000)
  void nothingChangesBeforeTheNextChange(
      @ForAll("questions") Question question, @ForAll double where) {
    Schedule schedule = question.schedule();
    long change = schedule.nextChange(question.millis());
    if (change == Long.MAX_VALUE) {
      return;
    }
    boolean inside = schedule.contains(question.millis());
    double part = Math.abs(where % 1);
    long between = question.millis() + (long) ((change - 1 - question.millis()) * part);
    assertThat(schedule.contains(between)).isEqualTo(inside);
    assertThat(schedule.contains(change)).isNotEqualTo(inside);
  }

  @Property
  void theCanonicalTextIsTheSameSchedule(@ForAll("questions") Question question) {
    Schedule schedule = question.schedule();
    Schedule again = Schedule.parse(schedule.toString());
    assertThat(again).isEqualTo(schedule).hasToString(schedule.toString());
    assertThat(again.contains(question.millis())).isEqualTo(schedule.contains(question.millis()));
  }
}
