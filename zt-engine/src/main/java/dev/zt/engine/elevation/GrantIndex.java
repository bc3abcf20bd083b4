package dev.zt.engine.elevation;

import dev.zt.Grant;
import dev.zt.engine.facts.Grants;
import dev.zt.policy.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is elevated from when to when, as decisions ask for it. Thread-safe; reads take no lock. */
final class GrantIndex implements Grants {
  private final Map<Holder, List<Tenancy>> tenancies = new ConcurrentHashMap<>();
  private final Map<String, Holder> holders = new ConcurrentHashMap<>();
  private final GrantClock clock;

  GrantIndex(GrantClock clock) {
    this.clock = clock;
  }

  /**
   * Who holds a grant of which elevation.
   *
   * @param elevation its id
   * @param subject by the qualified name of its type
   */
  private record Holder(String elevation, Value.Ref subject) {}

  /**
   * One approved grant.
   *
   * @param id the grant's
   * @param type the qualified name of the type of the resource
   * @param resource its id, or null for all of the type
   * @param start epoch milliseconds
   * @param end epoch milliseconds, exclusive
   */
  private record Tenancy(String id, String type, @Nullable String resource, long start, long end) {
    boolean covers(Value.Ref asked) {
      return type.equals(asked.type()) && (resource == null || resource.equals(asked.id()));
    }
  }

  @Override
  public Tenure tenure(String elevation, Value.Ref subject, Value.Ref resource, long now) {
    List<Tenancy> held = tenancies.get(new Holder(elevation, subject));
    if (held == null) {
      return Tenure.NEVER;
    }
    long time = clock.at(now);
    long lastEnd = Long.MIN_VALUE;
    long nextStart = Long.MAX_VALUE;
    for (Tenancy each : held) {
      if (each.covers(resource) && time < each.end) {
        if (time < each.start) {
          nextStart = Math.min(nextStart, each.start);
        } else {
          lastEnd = Math.max(lastEnd, each.end);
        }
      }
    }
    if (lastEnd != Long.MIN_VALUE) {
      return new Tenure(true, now + (lastEnd - time));
    }
    return nextStart == Long.MAX_VALUE ? Tenure.NEVER : new Tenure(false, now + (nextStart - time));
  }

  /** Lets a grant count if it is approved, in the place of an earlier state of it. */
  void put(Grant grant, ElevationRules rules) {
    remove(grant.id());
    Instant start = grant.start();
    Instant end = grant.end();
    String subjectType = rules.type(grant.subject().type());
    String resourceType = rules.type(grant.resourceType());
    if (grant.state() != Grant.State.APPROVED
        || start == null
        || end == null
        || subjectType == null
        || resourceType == null) {
      return;
    }
    Holder holder = new Holder(grant.elevation(), new Value.Ref(subjectType, grant.subject().id()));
    Tenancy tenancy =
        new Tenancy(
            grant.id(), resourceType, grant.resourceId(), start.toEpochMilli(), end.toEpochMilli());
    holders.put(grant.id(), holder);
    tenancies.merge(holder, List.of(tenancy), GrantIndex::joined);
  }

  /** No longer lets a grant count. */
  void remove(String id) {
    Holder holder = holders.remove(id);
    if (holder != null) {
      tenancies.computeIfPresent(
          holder,
          (same, held) -> {
            List<Tenancy> others = held.stream().filter(each -> !each.id.equals(id)).toList();
            return others.isEmpty() ? null : others;
          });
    }
  }

  private static List<Tenancy> joined(List<Tenancy> some, List<Tenancy> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
