package dev.zt.bench.model;

import java.util.List;
import java.util.Map;

/**
 * An entity with all that is known of it.
 *
 * <p>A field's value is a {@link Boolean}, {@link Long}, {@link String}, {@link java.time.Instant},
 * {@link Rank}, {@link Reference}, or a list of strings or references.
 *
 * @param roles the roles of a subject
 * @param parents the entities it is a direct member of
 */
public record Thing(
    Reference reference, Map<String, Object> fields, List<String> roles, List<Reference> parents) {

  /** An entity that is a member of nothing and has no roles. */
  public static Thing of(String type, String id, Map<String, Object> fields) {
    return new Thing(new Reference(type, id), fields, List.of(), List.of());
  }

  /** This entity with these roles. */
  public Thing withRoles(List<String> these) {
    return new Thing(reference, fields, List.copyOf(these), parents);
  }

  /** This entity as a direct member of these. */
  public Thing in(List<Reference> these) {
    return new Thing(reference, fields, roles, List.copyOf(these));
  }
}
