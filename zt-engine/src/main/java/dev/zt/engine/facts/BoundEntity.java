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

  /** Found out when the entity is first a subject. */
  private volatile @Nullable Membership membership;

  BoundEntity(Layout layout, EntityShape shape, Entity entity) {
    super(layout);
    this.shape = shape;
    this.reference = new Value.Ref(shape.type(), entity.id());
    this.slots = shape.blank(entity.id());
    shape.shape().fill(slots, entity.fields(), entity.record());
    this.answers = shape.inquiry().answersOfGiven(slots);
  }

  EntityShape shape() {
    return shape;
  }

  Value.Ref reference() {
    return reference;
  }

  /** What policies ask of its roles and groups. */
  Membership membership(Layout layout) {
    Membership known = membership;
    if (known == null) {
      known = new Membership(layout, slots);
      membership = known;
    }
    return known;
  }

  /** The answers to what policies ask of it. */
  long[] answers() {
    return answers;
  }

  @Nullable Reading[] slots() {
    return slots;
  }
}
