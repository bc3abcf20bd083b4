package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of an entity in several places: as its subject or resource, which comes first
 * where it gives a field, and as a further entity.
 */
final class Described {
  private final EntityShape shape;
  private final @Nullable Reading[] slots;

  private Described(EntityShape shape, @Nullable Reading[] slots) {
    this.shape = shape;
    this.slots = slots;
  }

  EntityShape shape() {
    return shape;
  }

  /** Not to be written to. */
  @Nullable Reading[] slots() {
    return slots;
  }

  /** By reference, the entities of which a request says something in a second or another place. */
  static Map<Value.Ref, Described> of(
      BoundEntity subject, BoundEntity resource, List<BoundEntity> further) {
    boolean itself = subject.reference().equals(resource.reference());
    Map<Value.Ref, Described> described = new HashMap<>();
    for (BoundEntity entity : further) {
      described.merge(
          entity.reference(),
          new Described(entity.shape(), entity.slots()),
          (earlier, later) -> earlier.agreedWith(later.slots));
    }
    described.computeIfPresent(
        subject.reference(), (same, later) -> later.under(own(subject, resource, itself)));
    if (itself) {
      described.putIfAbsent(
          subject.reference(), new Described(subject.shape(), own(subject, resource, true)));
    } else {
      described.computeIfPresent(
          resource.reference(), (same, later) -> later.under(resource.slots()));
    }
    return described;
  }

  private static @Nullable Reading[] own(
      BoundEntity subject, BoundEntity resource, boolean itself) {
    return itself
        ? new Described(subject.shape(), subject.slots()).agreedWith(resource.slots()).slots
        : subject.slots();
  }

  /** The first entity's slots are taken as they are; only a second one needs new ones. */
  private Described agreedWith(@Nullable Reading[] more) {
    if (slots == more) {
      return this;
    }
    @Nullable Reading[] both = slots.clone();
    shape.shape().agree(both, more);
    return new Described(shape, both);
  }

  private Described under(@Nullable Reading[] first) {
    @Nullable Reading[] both = first.clone();
    for (int slot = 0; slot < both.length; slot++) {
      both[slot] = both[slot] == null ? slots[slot] : both[slot];
    }
    return new Described(shape, both);
  }
}
