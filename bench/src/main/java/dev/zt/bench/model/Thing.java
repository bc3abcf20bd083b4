package dev.zt.bench.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entity with all that is known of it.
 *
 * <p>A field's value is a {@link Boolean}, {@link Long}, {@link String}, {@link java.time.Instant},
 * {@link Rank}, {@link Address}, {@link Release}, {@link Reference}, or a list of references.
 *
 * @param roles the roles of a subject, or null where roles do not matter
 * @param parents the entities it is a direct member of, or null where its type has no parents
 */
public record Thing(
    Reference reference,
    Map<String, Object> fields,
    @Nullable List<String> roles,
    @Nullable List<Reference> parents) {

  /** An entity with fields alone. */
  public static Thing of(String type, String id, Map<String, Object> fields) {
    return new Thing(new Reference(type, id), fields, null, null);
  }

  /** This entity with these roles. */
  public Thing withRoles(List<String> these) {
    return new Thing(reference, fields, List.copyOf(these), parents);
  }

  /** This entity as a direct member of these. */
  public Thing in(List<Reference> these) {
    return new Thing(reference, fields, roles, List.copyOf(these));
  }

  /** Whether it has that role. */
  public boolean has(String role) {
    return roles != null && roles.contains(role);
  }

  /** The entities it is a direct member of, which may be none. */
  public List<Reference> memberships() {
    return parents == null ? List.of() : parents;
  }
}
