package dev.zt;

import org.jspecify.annotations.Nullable;

/**
 * Where the engine finds entities that a request refers to and does not carry.
 *
 * <p>It is asked on the thread that checks, so it must answer from memory. Implementations are
 * thread-safe. One that throws makes the fields of the entity unknown with the cause FAILED; it
 * never makes a check throw.
 */
@FunctionalInterface
public interface EntityStore {
  /** Finds nothing. */
  EntityStore EMPTY = reference -> null;

  /** The entity with that identity, or null when there is none here. */
  @Nullable Entity find(EntityRef reference);
}
