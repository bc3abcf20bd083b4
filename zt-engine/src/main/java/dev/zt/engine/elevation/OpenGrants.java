package dev.zt.engine.elevation;

import dev.zt.EntityRef;
import dev.zt.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The grants that are pending or approved, by id, by subject and by when they end. */
final class OpenGrants {
  /** How long a grant may be pending. */
  static final Duration PENDING = Duration.ofHours(24);

  private final Map<String, Grant> byId = new LinkedHashMap<>();
  private final Map<EntityRef, Set<String>> bySubject = new LinkedHashMap<>();
  private final NavigableSet<Due> deadlines = new TreeSet<>();

  private record Due(Instant instant, String id) implements Comparable<Due> {
    static Due of(Grant grant) {
      return new Due(due(grant), grant.id());
    }

    @Override
    public int compareTo(Due other) {
      int order = instant.compareTo(other.instant);
      return order == 0 ? id.compareTo(other.id) : order;
    }
  }

  static boolean isOpen(Grant grant) {
    return grant.state() == Grant.State.PENDING || grant.state() == Grant.State.APPROVED;
  }

  /** The instant at which an open grant ends by itself. */
  static Instant due(Grant grant) {
    Instant end = grant.end();
    if (end != null) {
      return end;
    }
    Instant lapse = grant.asked().plus(PENDING);
    Instant start = grant.start();
    Instant windowEnds = start == null ? Instant.MAX : start.plus(grant.duration());
    return windowEnds.isBefore(lapse) ? windowEnds : lapse;
  }

  /** Puts a grant in the place of an earlier state of it. */
  void put(Grant grant) {
    Grant earlier = byId.put(grant.id(), grant);
    if (earlier != null) {
      deadlines.remove(Due.of(earlier));
    }
    bySubject.computeIfAbsent(grant.subject(), absent -> new LinkedHashSet<>()).add(grant.id());
    deadlines.add(Due.of(grant));
  }

  /** Removes a grant, in whatever state. */
  void remove(String id) {
    Grant grant = byId.remove(id);
    if (grant == null) {
      return;
    }
    deadlines.remove(Due.of(grant));
    Set<String> others = bySubject.get(grant.subject());
    if (others != null && others.remove(id) && others.isEmpty()) {
      bySubject.remove(grant.subject());
    }
  }

  @Nullable Grant get(String id) {
    return byId.get(id);
  }

  /** All of them, in the order in which they were asked for. */
  List<Grant> all() {
    return List.copyOf(byId.values());
  }

  List<Grant> of(EntityRef subject) {
    Collection<String> ids = bySubject.getOrDefault(subject, Set.of());
    List<Grant> grants = new ArrayList<>();
    for (String id : ids) {
      Grant grant = byId.get(id);
      if (grant != null) {
        grants.add(grant);
      }
    }
    return grants;
  }

  int size() {
    return byId.size();
  }

  /** When the first of them ends by itself, in epoch milliseconds. */
  OptionalLong earliest() {
    return deadlines.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(deadlines.first().instant.toEpochMilli());
  }

  /** Those whose time is over, the first of them first; they are still held. */
  List<Grant> due(Instant now) {
    List<Grant> due = new ArrayList<>();
    for (Due next : deadlines) {
      if (next.instant.isAfter(now)) {
        break;
      }
      Grant grant = byId.get(next.id);
      if (grant != null) {
        due.add(grant);
      }
    }
    return due;
  }
}
