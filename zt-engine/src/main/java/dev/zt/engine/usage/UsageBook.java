package dev.zt.engine.usage;

import dev.zt.EntityRef;
import dev.zt.Usage;
import dev.zt.policy.Effect;
import dev.zt.policy.Elevation;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts uses: of all subjects together for everything that policies name, and by subject as long
 * as there is room. Thread-safe; what is counted already is counted on without a lock.
 */
public final class UsageBook implements Usage {
  private final InstantSource clock;
  private final Instant since;
  private final long limit;
  private final Map<Thing, Tally> together = new ConcurrentHashMap<>();
  private final Map<EntityRef, Person> persons = new ConcurrentHashMap<>();
  private final AtomicLong kept = new AtomicLong();
  private final LongAdder dropped = new LongAdder();
  private volatile Named named;

  /**
   * A book in which nothing was used yet.
   *
   * @param limit the most subjects, and the most things used by subjects, that are kept together
   */
  public UsageBook(PolicySet policies, InstantSource clock, long limit) {
    this.named = Named.of(policies);
    this.clock = clock;
    this.since = clock.instant();
    this.limit = limit;
  }

  /** What the policies in force name. */
  private record Named(PolicySet policies, Roles roles, Set<String> elevations) {
    static Named of(PolicySet policies) {
      Set<String> elevations = new HashSet<>();
      policies.elevations().forEach(each -> elevations.add(each.id()));
      return new Named(policies, new Roles(policies), elevations);
    }

    Kind kind(String id) {
      return elevations.contains(id) ? Kind.ELEVATION : Kind.PERMIT;
    }

    Stream<String> permits() {
      return policies.rules().stream()
          .filter(rule -> rule.effect() == Effect.PERMIT && !rule.shadow())
          .map(Rule::id);
    }
  }

  /** What can be used, and of a role which one it was used as. */
  record Thing(Kind kind, String name, @Nullable String needed) {}

  /** Other policies are in force. */
  public void policiesChanged(PolicySet policies) {
    named = Named.of(policies);
  }

  /**
   * Counts a check.
   *
   * @param held the roles of the subject; null when they are not known
   * @param giving the ids of the permits and elevations that gave access; empty when nothing did
   * @param now epoch milliseconds
   */
  public void record(
      EntityRef subject, @Nullable Set<String> held, Collection<String> giving, long now) {
    Person person = person(subject);
    if (person != null && held != null) {
      person.hold(held);
    }
    Set<String> roles = held == null ? Set.of() : held;
    Named current = named;
    for (String id : giving) {
      use(person, new Thing(current.kind(id), id, null), now);
      current
          .roles()
          .used(id, roles)
          .forEach(
              (needed, used) ->
                  used.forEach(role -> use(person, new Thing(Kind.ROLE, role, needed), now)));
    }
  }

  private void use(@Nullable Person person, Thing thing, long now) {
    together.computeIfAbsent(thing, fresh -> new Tally(now)).use(now);
    Tally own = person == null ? null : tally(person.used(), thing, now);
    if (own == null) {
      dropped.increment();
    } else {
      own.use(now);
    }
  }

  private @Nullable Tally tally(Map<Thing, Tally> tallies, Thing thing, long now) {
    Tally known = tallies.get(thing);
    return known != null || !takesRoom()
        ? known
        : tallies.computeIfAbsent(thing, fresh -> new Tally(now));
  }

  private @Nullable Person person(EntityRef subject) {
    Person known = persons.get(subject);
    return known != null || !takesRoom()
        ? known
        : persons.computeIfAbsent(subject, fresh -> new Person());
  }

  /** Two threads that add the same at once may take room twice; it is never too little. */
  private boolean takesRoom() {
    if (kept.get() >= limit) {
      return false;
    }
    kept.incrementAndGet();
    return true;
  }

  // ---- looking ----

  @Override
  public Instant since() {
    return since;
  }

  @Override
  public long dropped() {
    return dropped.sum();
  }

  @Override
  public List<Use> uses() {
    List<Use> uses = new ArrayList<>();
    persons.forEach(
        (subject, person) ->
            person
                .used()
                .forEach(
                    (thing, tally) ->
                        uses.add(
                            new Use(
                                thing.kind(),
                                thing.name(),
                                thing.needed(),
                                subject,
                                tally.count(),
                                Instant.ofEpochMilli(tally.first()),
                                Instant.ofEpochMilli(tally.last())))));
    return uses;
  }

  @Override
  public Report report(Duration unused) {
    if (unused.isNegative() || unused.isZero()) {
      throw new IllegalArgumentException("nothing is unused for " + unused);
    }
    Instant to = clock.instant();
    Instant from = to.minus(unused);
    long after = from.toEpochMilli();
    Named current = named;
    return new Report(
        from,
        to,
        !since.isAfter(from),
        without(used(Kind.PERMIT, after), current.permits()),
        without(
            used(Kind.ELEVATION, after),
            current.policies().elevations().stream().map(Elevation::id)),
        without(used(Kind.ROLE, after), current.policies().schema().roles().keySet().stream()),
        persons.entrySet().stream()
            .map(each -> each.getValue().wide(each.getKey(), current.roles(), after))
            .filter(Objects::nonNull)
            .sorted(Comparator.comparing(wide -> wide.subject().toString()))
            .toList());
  }

  /** What of a kind was used since, and of roles which were needed. */
  private Set<String> used(Kind kind, long after) {
    Set<String> used = new HashSet<>();
    together.forEach(
        (thing, tally) -> {
          if (thing.kind() == kind && tally.last() >= after) {
            used.add(thing.name());
            if (thing.needed() != null) {
              used.add(thing.needed());
            }
          }
        });
    return used;
  }

  private static Set<String> without(Set<String> used, Stream<String> all) {
    Set<String> unused = new TreeSet<>();
    all.filter(name -> !used.contains(name)).forEach(unused::add);
    return unused;
  }
}
