package dev.zt.engine.facts;

import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The closure of membership in a snapshot of entities under one layout, as if no request said
 * anything about them. The ancestry of each is found once, when it is first asked for. Thread-safe.
 */
final class Hierarchy {
  /** Beyond that many ancestors an ancestry is not kept: a chain would take quadratic memory. */
  private static final int MOST = 1_024;

  private final Layout layout;
  private final EntitySnapshot snapshot;
  private final Map<Value.Ref, Kept> kept = new ConcurrentHashMap<>();

  Hierarchy(Layout layout, EntitySnapshot snapshot) {
    this.layout = layout;
    this.snapshot = snapshot;
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
    return shape == null ? null : layout.find(snapshot, shape, entity);
  }
}
