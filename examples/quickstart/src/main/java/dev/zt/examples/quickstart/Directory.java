package dev.zt.examples.quickstart;

import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.EntityStore;
import dev.zt.engine.InMemoryEntityStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The people and departments of Acme: what requests refer to and do not carry. */
final class Directory {
  private static final EntityRef ACME = EntityRef.of("Department", "acme");
  private static final EntityRef HR = EntityRef.of("Department", "hr");
  private static final EntityRef BOARD = EntityRef.of("Department", "board");
  private static final EntityRef PAYROLL_TEAM = EntityRef.of("Department", "hr-payroll");
  private static final EntityRef SALES = EntityRef.of("Department", "sales");

  private Directory() {}

  static EntityStore store() {
    return InMemoryEntityStore.of(
        department(ACME),
        department(BOARD, ACME),
        department(HR, BOARD),
        department(PAYROLL_TEAM, HR),
        department(SALES, ACME),
        person("ann", PAYROLL_TEAM, List.of("payroll-clerk"), "permanent"),
        person("bo", SALES, List.of("payroll-clerk"), "permanent"),
        person("carla", HR, List.of("payroll-manager"), "permanent"),
        person("dev", SALES, List.of(), "2026-02-28T17:00:00Z"),
        person("faye", SALES, List.of(), "2026-03-02T17:00:00Z"));
  }

  private static Entity department(EntityRef reference, EntityRef... parents) {
    return Entity.of(reference.type(), reference.id()).parents(parents);
  }

  private static Entity person(String id, EntityRef department, List<String> roles, String ends) {
    Optional<Instant> end =
        ends.equals("permanent") ? Optional.empty() : Optional.of(Instant.parse(ends));
    return Entity.of("Employee", id, new Person(List.of(department), roles, end));
  }

  /** A row of the HR system. An end that is empty is known to be none. */
  private record Person(List<EntityRef> parents, List<String> roles, Optional<Instant> ends) {}
}
