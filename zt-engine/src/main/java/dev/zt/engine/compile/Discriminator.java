package dev.zt.engine.compile;

import dev.zt.engine.facts.Ancestry;
import dev.zt.engine.facts.BoundRequest;
import dev.zt.engine.facts.NameBits;
import dev.zt.engine.facts.Surroundings;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/** A fact of a request by which many rules can be told apart: it has some values, or just one. */
sealed interface Discriminator {
  /** Looks all its values up; answers whether these are all, or some are not known. */
  boolean look(Frame frame, KeyTable table);

  /**
   * Looks all its values up as far as the request itself gives them.
   *
   * @param before what was found of other discriminators
   * @return the only posting found, null for none, {@link Posting#SEVERAL} for more and where the
   *     request does not give all
   */
  @Nullable Posting only(
      BoundRequest request, Surroundings surroundings, KeyTable table, @Nullable Posting before);

  /** The number that stands for a key, if requests give numbers for them; else -1. */
  default int number(Object key) {
    return -1;
  }

  /** The type of an entity. */
  record TypeOf(Path entity) implements Discriminator {
    @Override
    public boolean look(Frame frame, KeyTable table) {
      if (!(entity.value(frame) instanceof Value.Ref reference)) {
        return false;
      }
      table.look(reference.type(), frame);
      return true;
    }

    @Override
    public @Nullable Posting only(
        BoundRequest request, Surroundings surroundings, KeyTable table, @Nullable Posting before) {
      return entity.given(request) instanceof Value.Ref reference
          ? table.only(reference.type(), before)
          : Posting.SEVERAL;
    }
  }

  /** A value. */
  record ValueOf(Path path) implements Discriminator {
    @Override
    public boolean look(Frame frame, KeyTable table) {
      Value value = path.value(frame);
      if (value == null) {
        return false;
      }
      table.look(value, frame);
      return true;
    }

    @Override
    public @Nullable Posting only(
        BoundRequest request, Surroundings surroundings, KeyTable table, @Nullable Posting before) {
      Value value = path.given(request);
      return value == null ? Posting.SEVERAL : table.only(value, before);
    }
  }

  /** The elements of a set. */
  record ElementsOf(Path set) implements Discriminator {
    @Override
    public boolean look(Frame frame, KeyTable table) {
      if (!(set.value(frame) instanceof Value.SetOf elements)) {
        return false;
      }
      for (Value element : elements.elements()) {
        table.look(element, frame);
      }
      return true;
    }

    @Override
    public @Nullable Posting only(
        BoundRequest request, Surroundings surroundings, KeyTable table, @Nullable Posting before) {
      if (!(set.given(request) instanceof Value.SetOf elements)) {
        return Posting.SEVERAL;
      }
      Posting found = before;
      for (Value element : elements.elements()) {
        found = table.only(element, found);
      }
      return found;
    }
  }

  /** The roles of the subject, as they are given. */
  record Roles(NameBits names) implements Discriminator {
    @Override
    public boolean look(Frame frame, KeyTable table) {
      return lookNames(frame.roles(), frame, table);
    }

    @Override
    public @Nullable Posting only(
        BoundRequest request, Surroundings surroundings, KeyTable table, @Nullable Posting before) {
      return onlyNamed(request.roles(), table, before);
    }

    @Override
    public int number(Object key) {
      return names.number((String) key);
    }
  }

  /** The groups of the subject. */
  record Groups(NameBits names) implements Discriminator {
    @Override
    public boolean look(Frame frame, KeyTable table) {
      return lookNames(frame.groups(), frame, table);
    }

    @Override
    public @Nullable Posting only(
        BoundRequest request, Surroundings surroundings, KeyTable table, @Nullable Posting before) {
      return onlyNamed(request.groups(), table, before);
    }

    @Override
    public int number(Object key) {
      return names.number((String) key);
    }
  }

  private static boolean lookNames(@Nullable Reading names, Frame frame, KeyTable table) {
    if (!(names instanceof Value.SetOf given)) {
      return false;
    }
    for (Value name : given.elements()) {
      table.look(((Value.Text) name).value(), frame);
    }
    return true;
  }

  private static @Nullable Posting onlyNamed(
      int @Nullable [] names, KeyTable table, @Nullable Posting before) {
    if (names == null) {
      return Posting.SEVERAL;
    }
    Posting found = before;
    for (int name : names) {
      found = table.only(name, found);
    }
    return found;
  }

  /** An entity and what it is a transitive member of. */
  record LineageOf(Path member) implements Discriminator {
    @Override
    public boolean look(Frame frame, KeyTable table) {
      if (!(member.value(frame) instanceof Value.Ref entity)) {
        return false;
      }
      Ancestry ancestry = frame.facts().ancestry(entity);
      table.look(entity, frame);
      for (Value.Ref ancestor : ancestry.ancestors()) {
        if (!ancestor.equals(entity)) {
          table.look(ancestor, frame);
        }
      }
      return ancestry.gaps().isEmpty();
    }

    @Override
    public @Nullable Posting only(
        BoundRequest request, Surroundings surroundings, KeyTable table, @Nullable Posting before) {
      if (!(member.given(request) instanceof Value.Ref entity)) {
        return Posting.SEVERAL;
      }
      Ancestry ancestry = request.ancestry(entity, surroundings);
      if (ancestry == null || !ancestry.gaps().isEmpty()) {
        return Posting.SEVERAL;
      }
      Posting found = table.only(entity, before);
      for (Value.Ref ancestor : ancestry.ancestors()) {
        found = table.only(ancestor, found);
      }
      return found;
    }
  }
}
