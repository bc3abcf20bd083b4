package dev.zt.policy.value;

import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
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
  private final ZonedHours[] zones;
  private final boolean constant;

  private Schedule(List<ScheduleEntry> entries) {
    this.entries = List.copyOf(entries);
    this.zones = zones(entries);
    this.constant = isConstant(zones);
  }

  private static boolean isConstant(ZonedHours[] zones) {
    boolean constant = true;
    for (ZonedHours zone : zones) {
      if (zone.hours().isAlways()) {
        return true;
      }
      constant &= zone.hours().isConstant();
    }
    return constant;
  }

  private static ZonedHours[] zones(List<ScheduleEntry> entries) {
    Map<ZoneRules, List<ScheduleEntry>> byRules = new LinkedHashMap<>();
    for (ScheduleEntry entry : entries) {
      byRules.computeIfAbsent(TimeZones.rules(entry.zone()), rules -> new ArrayList<>()).add(entry);
    }
    List<ZonedHours> zones = new ArrayList<>();
    for (Map.Entry<ZoneRules, List<ScheduleEntry>> zone : byRules.entrySet()) {
      zones.add(new ZonedHours(zone.getKey(), new WeeklyHours(zone.getValue())));
    }
    return zones.toArray(new ZonedHours[0]);
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
    for (ZonedHours zone : zones) {
      if (zone.contains(second)) {
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
    Set<List<Integer>> seenForAWeek = new HashSet<>();
    long from = given;
    long horizon = Long.MAX_VALUE;
    while (from < horizon) {
      int[] offsets = offsets(from);
      long clockChange = nextClockChange(from);
      if (seenForAWeek.isEmpty() || !seenForAWeek.contains(boxed(offsets))) {
        long week = from + WeeklyHours.WEEK_SECONDS;
        long change = changeBefore(Math.min(clockChange, week), from, offsets, inside);
        if (change != Long.MAX_VALUE) {
          return change;
        }
        if (week <= clockChange) {
          seenForAWeek.add(boxed(offsets));
        }
      }
      if (clockChange == Long.MAX_VALUE || containsSecond(clockChange) != inside) {
        return clockChange;
      }
      horizon = horizon == Long.MAX_VALUE ? horizon(given) : horizon;
      from = clockChange;
    }
    return Long.MAX_VALUE;
  }

  /** From where on nothing comes that has not been. */
  private long horizon(long given) {
    long regular = given;
    for (ZonedHours zone : zones) {
      regular = Math.max(regular, zone.lastIrregularClockChange());
    }
    return regular + CYCLE_SECONDS + WeeklyHours.WEEK_SECONDS;
  }

  private long changeBefore(long end, long from, int[] offsets, boolean inside) {
    for (long at = nextEdge(from, offsets); at < end; at = nextEdge(at, offsets)) {
      if (containsSecond(at, offsets) != inside) {
        return at;
      }
    }
    return Long.MAX_VALUE;
  }

  private long nextEdge(long second, int[] offsets) {
    long nearest = Long.MAX_VALUE;
    for (int i = 0; i < zones.length; i++) {
      nearest = Math.min(nearest, zones[i].hours().secondsToEdge(second + offsets[i]));
    }
    return second + nearest;
  }

  private boolean containsSecond(long second, int[] offsets) {
    for (int i = 0; i < zones.length; i++) {
      if (zones[i].hours().contains(second + offsets[i])) {
        return true;
      }
    }
    return false;
  }

  private int[] offsets(long second) {
    int[] offsets = new int[zones.length];
    for (int i = 0; i < zones.length; i++) {
      offsets[i] = zones[i].offset(second);
    }
    return offsets;
  }

  private long nextClockChange(long second) {
    long next = Long.MAX_VALUE;
    for (ZonedHours zone : zones) {
      next = Math.min(next, zone.nextClockChange(second));
    }
    return next;
  }

  private static List<Integer> boxed(int[] offsets) {
    return Arrays.stream(offsets).boxed().collect(Collectors.toList());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Schedule that && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** The entries as given, days in order of the week and in ranges. */
  @Override
  public String toString() {
    StringJoiner joined = new StringJoiner("; ");
    for (ScheduleEntry entry : entries) {
      joined.add(entry.toString());
    }
    return joined.toString();
  }
}
