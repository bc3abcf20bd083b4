package dev.zt;

import java.util.Objects;

/**
 * The identity of an entity: a type and an id that is unique in it.
 *
 * @param type the outside name of a declared entity type
 * @param id the id, compared by code point
 */
public record EntityRef(String type, String id) {
  public EntityRef {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(id, "id");
  }

  /** A reference to the entity of that type and id. */
  public static EntityRef of(String type, String id) {
    return new EntityRef(type, id);
  }

  /** {@code Type "id"}. */
  @Override
  public String toString() {
    return type + " \"" + id.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
