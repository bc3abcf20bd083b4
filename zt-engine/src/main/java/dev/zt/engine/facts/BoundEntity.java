package dev.zt.engine.facts;

import dev.zt.Bound;
import dev.zt.Entity;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/** An entity of a declared type, read under a layout. Its slots are never written to again. */
final class BoundEntity extends Bound {
  private final EntityShape shape;
  private final Value.Ref reference;
  private final @Nullable Reading[] slots;
  private final long[] answers;
  private final long[] names;
  private final int @Nullable [] roles;
  private final int @Nullable [] groups;

  BoundEntity(Layout layout, EntityShape shape, Entity entity) {
    super(layout);
    this.shape = shape;
    this.reference = new Value.Ref(shape.type(), entity.id());
    this.slots = shape.blank(entity.id());
    shape.shape().fill(slots, entity.fields(), entity.record());
    this.answers = shape.inquiry().answersOfGiven(slots);
    this.names = names(layout, slots);
    this.roles = layout.roles().numbers(slots[EntityShape.ROLES]);
    this.groups = layout.groups().numbers(slots[EntityShape.GROUPS]);
  }

  /** The answers to what is asked of roles and groups in these slots. */
  static long[] names(Layout layout, @Nullable Reading[] slots) {
    Answers places = layout.answers();
    long[] names = new long[2 * (places.roleWords() + places.groupWords())];
    layout.roles().answer(slots[EntityShape.ROLES], 0, names);
    layout.groups().answer(slots[EntityShape.GROUPS], 2 * places.roleWords(), names);
    return names;
  }

  EntityShape shape() {
    return shape;
  }

  Value.Ref reference() {
    return reference;
  }

  /** The numbers of its roles that are asked for; null where they are not given. */
  int @Nullable [] roles() {
    return roles;
  }

  /** The numbers of its groups that are asked for; null where they are not given. */
  int @Nullable [] groups() {
    return groups;
  }

  /** The answers to what is asked of its roles and groups, where it is a subject. */
  long[] names() {
    return names;
  }

  /** The answers to what policies ask of it. */
  long[] answers() {
    return answers;
  }

  @Nullable Reading[] slots() {
    return slots;
  }
}
