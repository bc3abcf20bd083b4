package dev.zt.engine;

import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.engine.facts.EntitySnapshot;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Entities held in memory. What each of them is a transitive member of is found once and kept.
 *
 * <p>Immutable and thread-safe; {@link #with} and {@link #without} make another store.
 */
public final class InMemoryEntityStore implements EntitySnapshot {
  private final Map<EntityRef, Entity> entities;
  private volatile @Nullable Made last;

  private InMemoryEntityStore(Map<EntityRef, Entity> entities) {
    this.entities = entities;
  }

  /**
   * A store of these entities.
   *
   * @throws IllegalArgumentException when two of them have the same identity
   */
  public static InMemoryEntityStore of(Collection<Entity> entities) {
    Map<EntityRef, Entity> byReference = new HashMap<>();
    for (Entity entity : entities) {
      if (byReference.putIfAbsent(entity.reference(), entity) != null) {
        throw new IllegalArgumentException(entity.reference() + " is given twice");
      }
    }
    return new InMemoryEntityStore(byReference);
  }

  /**
   * A store of these entities.
   *
   * @throws IllegalArgumentException when two of them have the same identity
   */
  public static InMemoryEntityStore of(Entity... entities) {
    return of(List.of(entities));
  }

  /** A store of the same entities and this one, in place of one with the same identity. */
  public InMemoryEntityStore with(Entity entity) {
    Map<EntityRef, Entity> changed = new HashMap<>(entities);
    changed.put(entity.reference(), entity);
    return new InMemoryEntityStore(changed);
  }

  /** A store of the same entities without the one of that identity. */
  public InMemoryEntityStore without(EntityRef reference) {
    Map<EntityRef, Entity> changed = new HashMap<>(entities);
    changed.remove(reference);
    return new InMemoryEntityStore(changed);
  }

  /** The number of entities. */
  public int size() {
    return entities.size();
  }

  @Override
  public @Nullable Entity find(EntityRef reference) {
    return entities.get(Objects.requireNonNull(reference, "reference"));
  }

  /** For engines: what was made of this store under the layout that was asked for last. */
  @Override
  public <L, B> B bound(L layout, Function<? super L, ? extends B> maker) {
    Made made = last;
    if (made == null || made.layout != layout) {
      made = new Made(layout, maker.apply(layout));
      last = made;
    }
    @SuppressWarnings("unchecked") // one layout is always asked for with one maker
    B bound = (B) made.bound;
    return bound;
  }

  /** How many entities there are. */
  @Override
  public String toString() {
    return entities.size() + " entities";
  }

  private record Made(Object layout, Object bound) {}
}
