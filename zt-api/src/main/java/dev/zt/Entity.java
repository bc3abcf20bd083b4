package dev.zt;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A subject, a resource, or anything else that policies know by type and id, with what is known of
 * it.
 *
 * <p>A field that is not given is unknown, which is not the same as empty: {@code roles()} without
 * arguments says that there are none, leaving it out says that nobody knows. Field names that no
 * policy declares are ignored, values of a wrong type are unknown; an engine counts both.
 *
 * <p>Values are {@link Boolean}, integral and decimal numbers, {@link String} and other {@link
 * CharSequence}s, {@link Enum} constants by name, {@link java.time.Instant}, {@link
 * java.time.OffsetDateTime} and {@link java.time.ZonedDateTime}, {@link java.time.Duration}, {@link
 * java.net.InetAddress}, {@link java.net.URI}, {@link java.util.Optional}, {@link EntityRef},
 * {@link Entity} (its identity), collections and arrays, maps and records.
 *
 * <p>Immutable and thread-safe. Make one once and reuse it: it keeps what the engine read from it.
 */
public final class Entity extends Attributed {
  private final String type;
  private final String id;

  /** What is checked is checked before, so that the JIT sees a plain new object. */
  private Entity(
      String type, String id, Map<String, @Nullable Object> named, @Nullable Record source) {
    super(named, source);
    this.type = type;
    this.id = id;
  }

  /** An entity of which nothing but the identity is known. */
  public static Entity of(String type, String id) {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(id, "id");
    return new Entity(type, id, Collections.emptyMap(), null);
  }

  /**
   * An entity with fields by name; a null value says none, or nothing known, as the type allows.
   */
  public static Entity of(String type, String id, Map<String, ? extends @Nullable Object> fields) {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(id, "id");
    Map<String, @Nullable Object> named = copy(fields);
    return new Entity(type, id, named, null);
  }

  /**
   * An entity read from an application's record: a component {@code diskEncrypted} is the field
   * {@code disk_encrypted}. A component {@code id} is ignored, the identity is what is given here.
   * Components may be read more than once, so their accessors must answer the same each time.
   */
  public static Entity of(String type, String id, Record fields) {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(fields, "fields");
    return new Entity(type, id, Collections.emptyMap(), fields);
  }

  /** This entity with one more field; an earlier value of that name is replaced. */
  public Entity with(String field, @Nullable Object value) {
    return new Entity(type, id, with(named(), field, value), source());
  }

  /** This entity with exactly these roles. */
  public Entity roles(String... roles) {
    return with("roles", List.copyOf(Arrays.asList(roles)));
  }

  /** This entity with exactly these roles. */
  public Entity roles(Collection<String> roles) {
    return with("roles", List.copyOf(roles));
  }

  /** This entity with exactly these groups. */
  public Entity groups(String... groups) {
    return with("groups", List.copyOf(Arrays.asList(groups)));
  }

  /** This entity with exactly these groups. */
  public Entity groups(Collection<String> groups) {
    return with("groups", List.copyOf(groups));
  }

  /** This entity as a direct member of exactly these entities. */
  public Entity parents(EntityRef... parents) {
    return with("parents", List.copyOf(Arrays.asList(parents)));
  }

  /** This entity as a direct member of exactly these entities. */
  public Entity parents(Collection<EntityRef> parents) {
    return with("parents", List.copyOf(parents));
  }

  /** The identity. */
  public EntityRef reference() {
    return new EntityRef(type, id);
  }

  /** The outside name of the entity's type. */
  public String type() {
    return type;
  }

  /** The id. */
  public String id() {
    return id;
  }

  /** The fields given by name, roles, groups and parents among them; not those of a record. */
  public Map<String, @Nullable Object> fields() {
    return named();
  }

  /** The record that the other fields are read from, or null. */
  public @Nullable Record record() {
    return source();
  }

  /** The identity and the given fields. */
  @Override
  public String toString() {
    return reference() + " " + attributes();
  }
}
