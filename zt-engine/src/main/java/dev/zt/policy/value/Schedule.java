package dev.zt.policy.value;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Recurring hours: {@code DAYS HH:MM-HH:MM ZONE}, several joined by {@code ;}.
 *
 * <p>What the wall clock reads counts: an instant is in when the day of the week and the time of
 * day that the clocks of the zone show at it are in, so that an hour that the clocks repeat is in
 * twice and one that they skip is in never. Zones and their rules are those of the IANA database in
 * the running Java platform. A text is at most 1,000 characters long.
 */
public final class Schedule implements Value {
  private static final long MILLIS = 1000;

  /** The Gregorian calendar, and with it every rule for clock changes, repeats after 400 years. */
  private static final long CYCLE_SECONDS = 146_097L * 86_400;

  private final List<ScheduleEntry> entries;
  private final List<Clocks> clocks;
  private final boolean constant;

  private record Clocks(ZoneRules rules, WeeklyHours hours) {
    boolean contains(long second) {
      return hours.contains(second + offset(second).getTotalSeconds());
    }

    ZoneOffset offset(long second) {
      return rules.getOffset(Instant.ofEpochSecond(second));
    }

    long nextTransition(long second) {
      ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochSecond(second));
      return next == null ? Long.MAX_VALUE : next.toEpochSecond();
    }

    /** The last change that no rule foretells. */
    long lastIrregularTransition() {
      List<ZoneOffsetTransition> all = rules.getTransitions();
      return all.isEmpty() ? 0 : all.get(all.size() - 1).toEpochSecond();
    }
  }

  private Schedule(List<ScheduleEntry> entries) {
    this.entries = List.copyOf(entries);
    this.clocks = clocks(entries);
    this.constant =
        clocks.stream().allMatch(c -> c.hours().isConstant())
            || clocks.stream().anyMatch(c -> c.hours().isAlways());
  }

  private static List<Clocks> clocks(List<ScheduleEntry> entries) {
    Map<ZoneRules, List<ScheduleEntry>> byRules =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    entry -> TimeZones.rules(entry.zone()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Clocks> clocks = new ArrayList<>();
    byRules.forEach((rules, of) -> clocks.add(new Clocks(rules, new WeeklyHours(of))));
    return List.copyOf(clocks);
  }

  /**
   * Reads a schedule.
   *
   * @throws InvalidText when the text is not one
   */
  public static Schedule parse(String text) {
    return new Schedule(ScheduleText.parse(text));
  }

  /** Whether the instant, in milliseconds since 1970-01-01T00:00:00Z, is in. */
  public boolean contains(long epochMillis) {
    return containsSecond(Math.floorDiv(epochMillis, MILLIS));
  }

  private boolean containsSecond(long second) {
    for (Clocks each : clocks) {
      if (each.contains(second)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The first instant after the given one at which {@link #contains} answers otherwise, both in
   * milliseconds since 1970-01-01T00:00:00Z; {@code Long.MAX_VALUE} when there is none.
   */
  public long nextChange(long epochMillis) {
    if (constant) {
      return Long.MAX_VALUE;
    }
    long change = nextChangeSecond(Math.floorDiv(epochMillis, MILLIS));
    return change > Long.MAX_VALUE / MILLIS ? Long.MAX_VALUE : change * MILLIS;
  }

  /** Goes from clock change to clock change: between two of them every zone keeps its offset. */
  private long nextChangeSecond(long given) {
    boolean inside = containsSecond(given);
    Set<List<ZoneOffset>> unchanging = new HashSet<>();
    long from = given;
    long horizon = Long.MAX_VALUE;
    while (from < horizon) {
      long segment = from;
      List<ZoneOffset> offsets =
          clocks.stream().map(each -> each.offset(segment)).collect(Collectors.toList());
      long end =
          clocks.stream().mapToLong(each -> each.nextTransition(segment)).min().orElseThrow();
      if (!unchanging.contains(offsets)) {
        long week = from + WeeklyHours.WEEK_SECONDS;
        long change = changeWithin(from, Math.min(end, week), offsets, inside);
        if (change != Long.MAX_VALUE) {
          return change;
        }
        if (week <= end) {
          unchanging.add(offsets);
        }
      }
      if (end == Long.MAX_VALUE) {
        return Long.MAX_VALUE;
      }
      if (containsSecond(end) != inside) {
        return end;
      }
      if (horizon == Long.MAX_VALUE) {
        horizon = horizon(given);
      }
      from = end;
    }
    return Long.MAX_VALUE;
  }

  private long horizon(long given) {
    long irregular = clocks.stream().mapToLong(Clocks::lastIrregularTransition).max().orElse(given);
    return Math.max(given, irregular) + CYCLE_SECONDS + WeeklyHours.WEEK_SECONDS;
  }

  private long changeWithin(long from, long end, List<ZoneOffset> offsets, boolean inside) {
    long at = from;
    while (true) {
      at = nextEdge(at, offsets);
      if (at >= end) {
        return Long.MAX_VALUE;
      }
      if (containsAt(at, offsets) != inside) {
        return at;
      }
    }
  }

  private long nextEdge(long second, List<ZoneOffset> offsets) {
    long nearest = Long.MAX_VALUE;
    for (int i = 0; i < offsets.size(); i++) {
      long local = second + offsets.get(i).getTotalSeconds();
      nearest = Math.min(nearest, clocks.get(i).hours().secondsToEdge(local));
    }
    return second + nearest;
  }

  private boolean containsAt(long second, List<ZoneOffset> offsets) {
    for (int i = 0; i < offsets.size(); i++) {
      if (clocks.get(i).hours().contains(second + offsets.get(i).getTotalSeconds())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Schedule that && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  /** The entries as given, days in order of the week and in ranges. */
  @Override
  public String toString() {
    return entries.stream().map(ScheduleEntry::toString).collect(Collectors.joining("; "));
  }
}
