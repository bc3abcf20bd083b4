package dev.zt.engine.compile;

import dev.zt.engine.facts.Ancestry;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/** A fact of a request by which many rules can be told apart: it has some values, or just one. */
sealed interface Discriminator {
  /** Looks all its values up; answers whether these are all, or some are not known. */
  boolean look(Frame frame, KeyTable table);

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
  }

  /** The roles of the subject, as they are given. */
  record Roles() implements Discriminator {
    @Override
    public boolean look(Frame frame, KeyTable table) {
      return names(frame.roles(), frame, table);
    }
  }

  /** The groups of the subject. */
  record Groups() implements Discriminator {
    @Override
    public boolean look(Frame frame, KeyTable table) {
      return names(frame.groups(), frame, table);
    }
  }

  private static boolean names(@Nullable Reading names, Frame frame, KeyTable table) {
    if (!(names instanceof Value.SetOf given)) {
      return false;
    }
    for (Value name : given.elements()) {
      table.look(((Value.Text) name).value(), frame);
    }
    return true;
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
  }
}
