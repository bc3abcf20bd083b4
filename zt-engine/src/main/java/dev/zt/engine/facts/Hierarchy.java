package dev.zt.engine.facts;

import dev.zt.EntityStore;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The closure of membership in a store that never changes under one layout, as if no request said
 * anything about them. The ancestry of each is found once, when it is first asked for. Thread-safe.
 */
final class Hierarchy {
  /** Beyond that many ancestors an ancestry is not kept: a chain would take quadratic memory. */
  private static final int MOST = 1_024;

  private final Layout layout;
  private final EntityStore store;
  private final Map<Value.Ref, Kept> kept = new ConcurrentHashMap<>();

  Hierarchy(Layout layout, EntityStore store) {
    this.layout = layout;
    this.store = store;
  }

  private record Kept(@Nullable Ancestry ancestry) {}

  /** The ancestry of a stored entity; null for one that is not stored or has too many ancestors. */
  @Nullable Ancestry of(Value.Ref entity) {
    Kept found = kept.get(entity);
    if (found == null) {
      if (stored(entity) == null) {
        return null;
      }
      found = new Kept(Ancestry.of(entity, this::parents, parent -> null, MOST));
      kept.put(entity, found);
    }
    return found.ancestry();
  }

  /** The ancestry of an entity of which is known what it says itself, and else what is stored. */
  Ancestry of(BoundEntity entity) {
    Value.Ref reference = entity.reference();
    Reading said = entity.reading(EntityShape.PARENTS);
    Ancestry found =
        Ancestry.of(
            reference,
            next -> said != null && next.equals(reference) ? said : parents(next),
            parent -> without(reference, of(parent)),
            Integer.MAX_VALUE);
    return Objects.requireNonNull(found, "there is no bound");
  }

  private static @Nullable Ancestry without(Value.Ref entity, @Nullable Ancestry ancestry) {
    return ancestry == null || ancestry.ancestors().contains(entity) ? null : ancestry;
  }

  private Reading parents(Value.Ref entity) {
    EntityShape shape = layout.entity(entity.type());
    BoundEntity stored = stored(entity);
    if (shape == null || stored == null) {
      return shape == null || shape.hasParents() ? Absent.MISSING : EntityShape.NO_PARENTS;
    }
    return Shape.orMissing(stored.slots()[EntityShape.PARENTS]);
  }

  private @Nullable BoundEntity stored(Value.Ref entity) {
    EntityShape shape = layout.entity(entity.type());
    return shape == null ? null : layout.find(store, shape, entity);
  }
}
