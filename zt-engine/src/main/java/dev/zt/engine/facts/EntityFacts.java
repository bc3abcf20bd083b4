package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What one request knows of one entity: what it says itself, and what the store says, which is
 * asked at most once and only for what the request does not give.
 */
final class EntityFacts {
  private final EntityShape shape;
  private final Value.Ref reference;
  private final @Nullable Reading @Nullable [] given;
  private final Stored stored;
  private @Nullable Reading @Nullable [] fromStore;

  EntityFacts(
      EntityShape shape, Value.Ref reference, @Nullable Reading @Nullable [] given, Stored stored) {
    this.shape = shape;
    this.reference = reference;
    this.given = given;
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

  Reading read(int slot) {
    Reading reading = given == null ? null : given[slot];
    return Shape.orMissing(reading == null ? fromStore()[slot] : reading);
  }

  private @Nullable Reading[] fromStore() {
    @Nullable Reading[] slots = fromStore;
    if (slots == null) {
      slots = stored.slots(shape, reference);
      fromStore = slots;
    }
    return slots;
  }
}
