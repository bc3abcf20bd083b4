package dev.zt.engine.facts;

import dev.zt.EntityStore;
import java.util.Objects;

/**
 * What a decision may ask for beside the request.
 *
 * @param entities the entities that a request refers to and does not carry
 * @param memory what is remembered of what happened
 * @param grants what is lent for a while
 */
public record Surroundings(EntityStore entities, Memory memory, Grants grants) {
  /** Nothing at all. */
  public static final Surroundings NONE = of(EntityStore.EMPTY);

  public Surroundings {
    Objects.requireNonNull(entities, "entities");
    Objects.requireNonNull(memory, "memory");
    Objects.requireNonNull(grants, "grants");
  }

  /** The same with another memory. */
  public Surroundings with(Memory other) {
    return new Surroundings(entities, other, grants);
  }

  /** Entities alone. */
  public static Surroundings of(EntityStore entities) {
    return new Surroundings(entities, Memory.NONE, Grants.NONE);
  }
}
