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
   * @return the only posting found, as a code; {@link Block#SEVERAL} where the request does not
   *     give all
   */
  int only(BoundRequest request, Surroundings surroundings, KeyTable table, int before);

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
    public int only(BoundRequest request, Surroundings surroundings, KeyTable table, int before) {
      return entity.given(request) instanceof Value.Ref reference
          ? table.only(reference.type(), before)
          : Block.SEVERAL;
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
    public int only(BoundRequest request, Surroundings surroundings, KeyTable table, int before) {
      Value value = path.given(request);
      return value == null ? Block.SEVERAL : table.only(value, before);
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
    public int only(BoundRequest request, Surroundings surroundings, KeyTable table, int before) {
      if (!(set.given(request) instanceof Value.SetOf elements)) {
        return Block.SEVERAL;
      }
      int found = before;
      for (Value element : elements.elements()) {
        found = table.only(element, found);
      }
      return found;
    }
  }

  /** Names that the subject has, each of which that policies ask for has a number. */
  sealed interface Named extends Discriminator {
    NameBits names();

    @Nullable Reading given(Frame frame);

    /** The numbers of those that are given; null where they are not given. */
    int @Nullable [] numbers(BoundRequest request);

    @Override
    default int number(Object key) {
      return names().number((String) key);
    }

    @Override
    default boolean look(Frame frame, KeyTable table) {
      if (!(given(frame) instanceof Value.SetOf given)) {
        return false;
      }
      for (Value name : given.elements()) {
        table.look(((Value.Text) name).value(), frame);
      }
      return true;
    }

    @Override
    default int only(BoundRequest request, Surroundings surroundings, KeyTable table, int before) {
      return onlyNumbered(request, table.byNumber(), before);
    }

    /** As {@link #only}, in the table of numbers alone. */
    default int onlyNumbered(BoundRequest request, NumberTable byNumber, int before) {
      int[] numbers = numbers(request);
      if (numbers == null) {
        return Block.SEVERAL;
      }
      int found = before;
      for (int number : numbers) {
        found = Posting.both(found, byNumber.get(number));
      }
      return found;
    }
  }

  /** The roles of the subject, as they are given. */
  record Roles(NameBits names) implements Named {
    @Override
    public @Nullable Reading given(Frame frame) {
      return frame.roles();
    }

    @Override
    public int @Nullable [] numbers(BoundRequest request) {
      return request.roles();
    }
  }

  /** The groups of the subject. */
  record Groups(NameBits names) implements Named {
    @Override
    public @Nullable Reading given(Frame frame) {
      return frame.groups();
    }

    @Override
    public int @Nullable [] numbers(BoundRequest request) {
      return request.groups();
    }
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
    public int only(BoundRequest request, Surroundings surroundings, KeyTable table, int before) {
      if (!(member.given(request) instanceof Value.Ref entity)) {
        return Block.SEVERAL;
      }
      Ancestry ancestry = request.ancestry(entity, surroundings);
      if (ancestry == null || !ancestry.gaps().isEmpty()) {
        return Block.SEVERAL;
      }
      int found = table.only(entity, before);
      for (Value.Ref ancestor : ancestry.ancestors()) {
        found = table.only(ancestor, found);
      }
      return found;
    }
  }
}
