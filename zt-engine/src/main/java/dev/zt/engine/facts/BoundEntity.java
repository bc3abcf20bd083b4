package dev.zt.engine.facts;

import dev.zt.Entity;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/** An entity of a declared type, read under a layout. Its slots are never written to again. */
final class BoundEntity {
  private final EntityShape shape;
  private final Value.Ref reference;
  private final @Nullable Reading[] slots;

  BoundEntity(EntityShape shape, Entity entity) {
    this.shape = shape;
    this.reference = new Value.Ref(shape.type(), entity.id());
    this.slots = shape.blank(entity.id());
    shape.shape().fill(slots, entity.fields(), entity.record());
  }

  EntityShape shape() {
    return shape;
  }

  Value.Ref reference() {
    return reference;
  }

  @Nullable Reading[] slots() {
    return slots;
  }
}
