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
  private final long roles;
  private final long groups;

  BoundEntity(Layout layout, EntityShape shape, Entity entity) {
    this.shape = shape;
    this.reference = new Value.Ref(shape.type(), entity.id());
    this.slots = shape.blank(entity.id());
    shape.shape().fill(slots, entity.fields(), entity.record());
    this.roles = layout.roles().answers(slots[EntityShape.ROLES]);
    this.groups = layout.groups().answers(slots[EntityShape.GROUPS]);
  }

  EntityShape shape() {
    return shape;
  }

  Value.Ref reference() {
    return reference;
  }

  /** The answers to what is asked of its roles. */
  long roles() {
    return roles;
  }

  /** The answers to what is asked of its groups. */
  long groups() {
    return groups;
  }

  @Nullable Reading[] slots() {
    return slots;
  }
}
