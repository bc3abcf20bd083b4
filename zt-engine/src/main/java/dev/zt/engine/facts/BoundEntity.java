package dev.zt.engine.facts;

import dev.zt.Bound;
import dev.zt.Entity;
import dev.zt.EntityStore;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An entity of a declared type, read under a layout. What policies ask is answered at once; the
 * slots of a record are filled when somebody asks for them.
 */
final class BoundEntity extends Bound {
  private final EntityShape shape;
  private final Value.Ref reference;

  /** The answers to what policies ask of it and, of a record, of its roles and groups. */
  private final long[] answers;

  /** The record that is still to be read into slots, and what was kept of it. */
  private final @Nullable Record source;

  private final @Nullable Reading @Nullable [] kept;
  private volatile @Nullable Reading @Nullable [] slots;

  /** Found out when the entity is first a subject. */
  private volatile @Nullable Membership membership;

  /** Of threads that race one finds it once more. */
  private @Nullable Lineage lineage;

  /**
   * Reads an entity.
   *
   * @param counted whether what its record gives and goes nowhere was counted before
   */
  BoundEntity(Layout layout, EntityShape shape, Entity entity, boolean counted) {
    super(layout);
    this.shape = shape;
    this.reference = new Value.Ref(shape.type(), entity.id());
    Record record = recordOf(entity);
    if (record != null) {
      Answers places = layout.answers();
      int own = 2 * places.entityWords();
      long[] words = new long[own + places.nameWords()];
      @Nullable Reading[] readings = new @Nullable Reading[shape.records().keptSlots().length];
      if (shape.answer(entity, record, counted, words, 0, own, readings, 0)) {
        source = record;
        kept = readings;
        answers = words;
        return;
      }
    }
    source = null;
    kept = null;
    @Nullable Reading[] read = shape.blank(entity.id());
    shape.shape().fill(read, entity.fields(), entity.record());
    slots = read;
    answers = shape.inquiry().answersOfGiven(read);
  }

  /** The record of an entity that gives nothing beside it, else null. */
  static @Nullable Record recordOf(Entity entity) {
    return entity.fields().isEmpty() ? entity.record() : null;
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
      known = new Membership(layout, slots());
      membership = known;
    }
    return known;
  }

  /** What it is a member of, as a store says that never changes. */
  private record Lineage(EntityStore store, Ancestry ancestry) {}

  /**
   * What it is a transitive member of, as it says itself and a store that never changes says of all
   * others.
   */
  Ancestry ancestry(Layout layout, EntityStore store) {
    Lineage known = lineage;
    if (known == null || known.store != store) {
      known = new Lineage(store, layout.ancestry(this, store));
      lineage = known;
    }
    return known.ancestry;
  }

  /**
   * Puts the answers to what policies ask of it into words.
   *
   * @param from where they begin
   * @param names where those about its roles and groups begin; negative where nobody asks
   */
  void answer(Layout layout, long[] words, int from, int names) {
    int own = 2 * layout.answers().entityWords();
    for (int at = 0; at < own; at++) {
      words[from + at] = answers[at];
    }
    if (names >= 0) {
      if (kept == null) {
        membership(layout).answer(words, names);
      } else {
        System.arraycopy(answers, own, words, names, answers.length - own);
      }
    }
  }

  @Nullable Reading[] slots() {
    @Nullable Reading[] known = slots;
    if (known == null) {
      known = shape.blank(reference.id());
      if (source != null) {
        shape.shape().fillCounted(known, source);
      }
      slots = known;
    }
    return known;
  }

  /** What is in a slot. */
  @Nullable Reading reading(int slot) {
    int at = kept == null ? -1 : shape.records().keptAt(slot);
    return kept == null || at < 0 ? slots()[slot] : kept[at];
  }
}
