package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What one request knows of one entity, from three places: its subject or resource, its further
 * entities, and the store, which is asked at most once and only for what the others do not give.
 */
final class EntityFacts {
  private final EntityShape shape;
  private final Value.Ref reference;
  private final Stored stored;
  private @Nullable Reading @Nullable [] own;
  private @Nullable Reading @Nullable [] further;
  private @Nullable Reading @Nullable [] fromStore;

  EntityFacts(EntityShape shape, Value.Ref reference, Stored stored) {
    this.shape = shape;
    this.reference = reference;
    this.stored = stored;
  }

  /** The entity store, asked for the slots of an entity. */
  @FunctionalInterface
  interface Stored {
    @Nullable Reading[] slots(EntityShape shape, Value.Ref reference);
  }

  EntityShape shape() {
    return shape;
  }

  Value.Ref reference() {
    return reference;
  }

  /** Adds what the request's subject or resource says. */
  void addOwn(BoundEntity entity) {
    own = agreed(own, entity);
  }

  /** Adds what a further entity of the request says. */
  void addFurther(BoundEntity entity) {
    further = agreed(further, entity);
  }

  /** Whether the request itself says what this entity is a member of. */
  boolean requestGivesParents() {
    return shape.hasParents()
        && (gives(own, EntityShape.PARENTS) || gives(further, EntityShape.PARENTS));
  }

  Reading read(int slot) {
    @Nullable Reading[] place =
        gives(own, slot) ? own : gives(further, slot) ? further : fromStore();
    return Shape.orMissing(place == null ? null : place[slot]);
  }

  private static boolean gives(@Nullable Reading @Nullable [] place, int slot) {
    return place != null && place[slot] != null;
  }

  private @Nullable Reading[] fromStore() {
    @Nullable Reading[] slots = fromStore;
    if (slots == null) {
      slots = stored.slots(shape, reference);
      fromStore = slots;
    }
    return slots;
  }

  /** The first entity's slots are taken as they are; only a second one needs new ones. */
  private @Nullable Reading[] agreed(@Nullable Reading @Nullable [] place, BoundEntity entity) {
    if (place == null || place == entity.slots()) {
      return entity.slots();
    }
    @Nullable Reading[] both = place.clone();
    shape.shape().agree(both, entity.slots());
    return both;
  }
}
