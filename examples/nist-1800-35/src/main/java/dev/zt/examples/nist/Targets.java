package dev.zt.examples.nist;

import dev.zt.Entity;
import dev.zt.EntityRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is asked for: the columns about resources, sites and networks. */
final class Targets {
  private final Map<String, Set<String>> named = new TreeMap<>();

  /** Targets of rows that stand in these tables. */
  Targets(List<Row> tables) {
    for (Row row : tables) {
      row.cell("access")
          .ifPresent(
              target -> named.computeIfAbsent(row.scenario(), s -> new TreeSet<>()).add(target));
    }
  }

  /**
   * Everything that the subject of a row asks for.
   *
   * @throws UnmappableRow when the row leaves that open and its scenario names nothing
   */
  List<Entity> of(Row row, Entity subject) {
    if (subject.type().equals("Host") || subject.type().equals("Endpoint")) {
      return List.of(Entity.of("Network", "enterprise"), Entity.of("Network", "public"));
    }
    if (row.has("resource")) {
      return List.of(Entity.of("Website", "internet"));
    }
    if (!row.has("access")) {
      return List.of(resource("resource", row, Optional.of(subject)));
    }
    List<Entity> targets = new ArrayList<>();
    for (String text : accessed(row)) {
      targets.add(target(text, row, subject));
    }
    return targets;
  }

  /** The action by which something is asked for. */
  static String action(Entity target) {
    return switch (target.type()) {
      case "Network" -> "join";
      case "Website" -> "browse";
      default -> "access";
    };
  }

  /** What the endpoint has open beside what is asked for. */
  static Stream<Entity> open(Row row) {
    return row.cell("resource").stream().map(id -> resource(id, row, Optional.empty()));
  }

  /** What a row asks for by name; where it says nothing, everything that its scenario names. */
  private Set<String> accessed(Row row) {
    Optional<String> one = row.cell("access");
    Set<String> all =
        one.isPresent() ? Set.of(one.get()) : named.getOrDefault(row.scenario(), Set.of());
    if (all.isEmpty()) {
      throw new UnmappableRow("it does not say what is accessed, and no row of its scenario does");
    }
    return all;
  }

  private static Entity target(String text, Row row, Entity subject) {
    if (text.startsWith("URL")) {
      return Entity.of("Website", text);
    }
    if (text.equals("Public internet")) {
      return Entity.of("Website", "internet");
    }
    boolean everyone = text.equals("Public resource");
    return resource(text, row, Optional.of(subject))
        .with("audience", everyone ? "everyone" : "staff");
  }

  private static Entity resource(String id, Row row, Optional<Entity> caller) {
    Entity resource = Entity.of("Resource", id);
    Optional<Place> place = Place.in(row, "res_loc");
    if (place.isPresent()) {
      resource = resource.with("place", place.get().name());
    }
    Optional<Boolean> compliant = row.flag("resource_compliant");
    if (compliant.isPresent()) {
      resource = resource.with("compliant", compliant.get());
    }
    Optional<String> authentication = row.cell("auth_resource");
    if (authentication.isPresent()) {
      resource =
          resource.with(
              "last_attempt",
              Authentication.of("auth_resource", authentication.get()).lastAttempt());
    }
    Optional<String> level = row.cell("access_level");
    if (level.isPresent()) {
      resource = resource.with("sensitivity", level.get().toLowerCase(Locale.ROOT));
    }
    Optional<Boolean> authorized = row.flag("authorized");
    if (authorized.isPresent() && caller.isPresent()) {
      List<EntityRef> callers = authorized.get() ? List.of(caller.get().reference()) : List.of();
      resource = resource.with("callers", callers);
    }
    return resource;
  }
}
