package dev.zt.policy.value;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/** The hours of a week that are in by the clocks of one zone; seconds count from 1970 in UTC. */
record ZonedHours(ZoneRules rules, WeeklyHours hours) {
  boolean contains(long second) {
    return hours.contains(second + offset(second));
  }

  /** By how many seconds the clocks are ahead of UTC. */
  int offset(long second) {
    return rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
  }

  /** When the clocks are next changed, or {@code Long.MAX_VALUE} when they never are. */
  long nextClockChange(long second) {
    ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochSecond(second));
    return next == null ? Long.MAX_VALUE : next.toEpochSecond();
  }

  /** The last change of the clocks that follows no rule. */
  long lastIrregularClockChange() {
    List<ZoneOffsetTransition> listed = rules.getTransitions();
    return listed.isEmpty() ? Long.MIN_VALUE : listed.get(listed.size() - 1).toEpochSecond();
  }
}
