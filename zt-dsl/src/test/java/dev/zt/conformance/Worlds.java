package dev.zt.conformance;

import dev.zt.EntityRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Random, partial requests over {@link SampleSchema}: every fact may be given, absent, null or of a
 * wrong type, and times lie around {@link #NOW}.
 */
final class Worlds {
  private Worlds() {}

  static final String NOW = "2026-03-02T09:00:00Z";

  private static final List<Object> INTS = List.of(0, 1, 2, 3, -1, Long.MAX_VALUE);
  private static final List<Object> TEXTS = List.of("a", "b", "ab", "read");
  private static final List<Object> TIERS = List.of("low", "mid", "high", "huge");
  private static final List<Object> SETS =
      List.of(List.of(), List.of("a"), List.of("a", "b"), List.of("b", "c"), List.of("a", 7));
  private static final List<Object> FLAGS = List.of(true, true, false);
  private static final List<Object> TIMES =
      List.of(
          "2026-03-02T08:40:00Z",
          "2026-03-02T08:45:00Z",
          "2026-03-02T08:59:00Z",
          "2026-03-02T09:00:00Z",
          "2026-03-02T09:00:20Z",
          "2026-03-02T09:00:30.001Z",
          "2026-03-02T09:02:00Z",
          "2026-02-01T00:00:00Z",
          "2026-03-02T12:00:00+01:00");
  private static final List<Object> USERS =
      List.of(
          EntityRef.of("User", "u1"),
          EntityRef.of("User", "u2"),
          EntityRef.of("User", "u9"),
          "u2",
          EntityRef.of("Doc", "d1"));
  private static final List<Object> TEAMS =
      List.of(
          List.of(),
          List.of(EntityRef.of("Team", "t1")),
          List.of(EntityRef.of("Team", "t2")),
          List.of(EntityRef.of("Team", "t1"), EntityRef.of("Team", "t2")));
  private static final List<Object> TEAM_PARENTS =
      List.of(
          List.of(),
          List.of(EntityRef.of("Team", "t1")),
          List.of(EntityRef.of("Team", "t2")),
          List.of(EntityRef.of("Org", "o1")),
          List.of(EntityRef.of("User", "u1")));
  private static final List<Object> FOLDERS =
      List.of(
          List.of(), List.of(EntityRef.of("Folder", "f1")), List.of(EntityRef.of("Folder", "f2")));
  private static final List<Object> ROLES =
      List.of(List.of(), List.of("reader"), List.of("writer"), List.of("admin"), List.of("other"));
  private static final List<Object> GROUPS = List.of(List.of(), List.of("g1"), List.of("g1", "g2"));
  private static final List<Object> ADDRESSES =
      List.of(
          Map.of("street", "a", "country", "DE"),
          Map.of("street", "b", "country", "US"),
          Map.of("street", "a"));
  private static final List<Object> IPS =
      List.of("10.1.2.3", "8.8.8.8", "::ffff:10.1.2.3", "2001:db8::1", "010.8.8.8");
  private static final List<Object> SPIFFE =
      List.of("spiffe://t.example/web/a", "spiffe://t.example/db/a", "nonsense");
  private static final List<Object> AS_OF =
      List.of(
          "2026-03-02T08:49:59.999Z",
          "2026-03-02T08:50:00Z",
          "2026-03-02T08:59:00Z",
          "2026-03-02T09:00:10Z",
          "2026-03-02T09:01:00Z");

  private static final Map<String, List<Object>> USER =
      Map.ofEntries(
          Map.entry("level", INTS),
          Map.entry("tier", TIERS),
          Map.entry("dept", TEXTS),
          Map.entry("tags", SETS),
          Map.entry("started", TIMES),
          Map.entry("ends", TIMES),
          Map.entry("manager", USERS),
          Map.entry("home", ADDRESSES),
          Map.entry("roles", ROLES),
          Map.entry("groups", GROUPS),
          Map.entry("parents", TEAM_PARENTS));
  private static final Map<String, List<Object>> TEAM =
      Map.of("lead", USERS, "parents", TEAM_PARENTS, "roles", ROLES);
  private static final Map<String, List<Object>> DOC =
      Map.ofEntries(
          Map.entry("dept", TEXTS),
          Map.entry("owner", USERS),
          Map.entry("size", INTS),
          Map.entry("price", INTS),
          Map.entry("tags", SETS),
          Map.entry("readers", TEAMS),
          Map.entry("tier", TIERS),
          Map.entry("expires", TIMES),
          Map.entry("colour", List.of("red", "green", "blue")),
          Map.entry("ip", IPS),
          Map.entry("parents", FOLDERS));
  private static final Map<String, List<Object>> FOLDER = Map.of("tier", TIERS, "parents", FOLDERS);
  private static final Map<String, List<Object>> DEVICE =
      Map.ofEntries(
          Map.entry("managed", FLAGS),
          Map.entry("attested", FLAGS),
          Map.entry("jailbroken", FLAGS),
          Map.entry("edr", List.of("healthy", "infected")),
          Map.entry("os_version", List.of("14.2", "14.10", "13.9", "v14")),
          Map.entry("patched_at", TIMES),
          Map.entry("risk", List.of("clear", "high", "critical")),
          Map.entry("as_of", AS_OF));
  private static final Map<String, List<Object>> IDENTITY =
      Map.of(
          "mfa_at",
          TIMES,
          "authenticated_at",
          TIMES,
          "sign_in_risk",
          List.of("clear", "medium", "high"),
          "methods",
          List.of(List.of("otp"), List.of("pwd"), List.of()));
  private static final Map<String, List<Object>> LOCATION =
      Map.of(
          "ip",
          IPS,
          "country",
          List.of("DE", "US", "UK"),
          "city",
          TEXTS,
          "speed",
          List.of("0km/h", "901km/h"));
  private static final Map<String, List<Object>> CONTEXT =
      Map.of("n", INTS, "ratio", INTS, "address", ADDRESSES);

  /** By type of entity or name of a signal, the values of each field. */
  static final Map<String, Map<String, List<Object>>> DOMAINS =
      Map.of(
          "User", USER,
          "Team", TEAM,
          "Doc", DOC,
          "Folder", FOLDER,
          "device", DEVICE,
          "identity", IDENTITY,
          "location", LOCATION,
          "context", CONTEXT,
          "workload", Map.of("spiffe", SPIFFE));

  private static Arbitrary<Map<String, @Nullable Object>> fields(
      Map<String, List<Object>> domains) {
    Arbitrary<Map<String, @Nullable Object>> all = Arbitraries.just(new LinkedHashMap<>());
    for (String field : domains.keySet().stream().sorted().toList()) {
      Arbitrary<Object> good = Arbitraries.of(domains.get(field));
      Arbitrary<Given> given =
          Arbitraries.frequencyOf(
              Tuple.of(12, good.map(value -> new Given(true, value))),
              Tuple.of(4, Arbitraries.just(new Given(false, null))),
              Tuple.of(1, Arbitraries.just(new Given(true, null))),
              Tuple.of(1, Arbitraries.just(new Given(true, World.HIDDEN))));
      all = Combinators.combine(all, given).as((map, value) -> extended(map, field, value));
    }
    return all;
  }

  private record Given(boolean given, @Nullable Object value) {}

  private static Map<String, @Nullable Object> extended(
      Map<String, @Nullable Object> map, String field, Given value) {
    if (!value.given()) {
      return map;
    }
    Map<String, @Nullable Object> more = new LinkedHashMap<>(map);
    more.put(field, value.value());
    return more;
  }

  private record Owned(String owner, Map<String, @Nullable Object> fields) {}

  private static Arbitrary<List<Owned>> owner(
      String owner, double missing, Map<String, List<Object>> domains) {
    return fields(domains)
        .map(fields -> List.of(new Owned(owner, fields)))
        .injectNull(missing)
        .map(owned -> owned == null ? List.<Owned>of() : owned);
  }

  /** A random world. */
  static Arbitrary<World> any() {
    Arbitrary<List<Owned>> entities =
        Combinators.combine(
                owner("User u1", 0, USER),
                owner("User u2", 0.2, USER),
                owner("Team t1", 0.2, TEAM),
                owner("Team t2", 0.2, TEAM),
                owner("Doc d1", 0, DOC),
                owner("Folder f1", 0.2, FOLDER))
            .as((a, b, c, d, e, f) -> concat(List.of(a, b, c, d, e, f)));
    Arbitrary<List<Owned>> signals =
        Combinators.combine(
                owner("device", 0.1, DEVICE),
                owner("identity", 0.1, IDENTITY),
                owner("location", 0.1, LOCATION),
                owner("context", 0.1, CONTEXT),
                owner("workload", 0.3, Map.of("spiffe", SPIFFE)),
                owner("action", 0.3, Map.of("soft", FLAGS)))
            .as((a, b, c, d, e, f) -> concat(List.of(a, b, c, d, e, f)));
    Arbitrary<String> actions =
        Arbitraries.frequency(
            Tuple.of(6, "read"), Tuple.of(2, "write"), Tuple.of(2, "share"), Tuple.of(1, "open"));
    Arbitrary<String> subjects =
        Arbitraries.frequency(Tuple.of(6, "User u1"), Tuple.of(1, "Team t1"));
    Arbitrary<String> resources =
        Arbitraries.frequency(Tuple.of(6, "Doc d1"), Tuple.of(1, "Folder f1"));
    return Combinators.combine(actions, subjects, resources, entities, signals)
        .as(
            (action, subject, resource, things, observed) -> {
              Map<String, Map<String, @Nullable Object>> facts = new LinkedHashMap<>();
              things.forEach(each -> facts.put(each.owner(), each.fields()));
              observed.forEach(each -> facts.put(each.owner(), each.fields()));
              return new World(action, subject, resource, facts);
            });
  }

  private static List<Owned> concat(List<List<Owned>> parts) {
    List<Owned> all = new ArrayList<>();
    parts.forEach(all::addAll);
    return all;
  }
}
