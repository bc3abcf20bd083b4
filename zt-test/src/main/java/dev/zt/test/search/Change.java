package dev.zt.test.search;

import dev.zt.dsl.suite.GivenEntity;
import dev.zt.dsl.suite.Situation;
import dev.zt.policy.Schema;
import dev.zt.policy.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** One thing that a {@code with} lays over what is given. */
public sealed interface Change {
  /** The situation with this laid over. */
  Situation applyTo(Situation situation);

  /** Whether both say what the same thing is, so that only one of them can be laid over. */
  boolean excludes(Change other);

  /**
   * A field is given.
   *
   * @param field the field that is written, such as {@code mfa_age}
   * @param value the value that is written
   * @param base the field that it is told from, such as {@code mfa_at}; else the field itself
   * @param baseValue what that comes to
   */
  record Give(Owner owner, String field, Value value, String base, Value baseValue)
      implements Change {
    public Give {
      Objects.requireNonNull(owner, "owner");
      Objects.requireNonNull(field, "field");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(base, "base");
      Objects.requireNonNull(baseValue, "baseValue");
    }

    /** A field that stands for itself. */
    public static Give of(Owner owner, String field, Value value) {
      return new Give(owner, field, value, field, value);
    }

    @Override
    public Situation applyTo(Situation situation) {
      return Laying.give(situation, owner, base, baseValue);
    }

    @Override
    public boolean excludes(Change other) {
      return Laying.sameField(other, owner, base);
    }
  }

  /**
   * A field is taken away.
   *
   * @param field the field that is written
   * @param base the field that it is told from, or the field itself
   */
  record Hide(Owner owner, String field, String base) implements Change {
    public Hide {
      Objects.requireNonNull(owner, "owner");
      Objects.requireNonNull(field, "field");
      Objects.requireNonNull(base, "base");
    }

    @Override
    public Situation applyTo(Situation situation) {
      return Laying.hide(situation, owner, base);
    }

    @Override
    public boolean excludes(Change other) {
      return Laying.sameField(other, owner, base);
    }
  }

  /** Another subject or resource, as a whole. */
  record Replace(Owner owner, GivenEntity entity) implements Change {
    public Replace {
      Objects.requireNonNull(owner, "owner");
      Objects.requireNonNull(entity, "entity");
      if (!Set.of(Owner.Kind.SUBJECT, Owner.Kind.RESOURCE).contains(owner.kind())) {
        throw new IllegalArgumentException(owner + " is no entity");
      }
    }

    /** An entity of another type, with those of the fields given that this type has as well. */
    public static Replace ofType(Owner owner, GivenEntity given, Schema.Entity type) {
      return new Replace(owner, Parties.similar(given, type));
    }

    @Override
    public Situation applyTo(Situation situation) {
      return Laying.replace(situation, owner, entity);
    }

    @Override
    public boolean excludes(Change other) {
      return Laying.owner(other) == owner.kind();
    }
  }

  /** Another instant on the clock. */
  record Clock(Instant now) implements Change {
    public Clock {
      Objects.requireNonNull(now, "now");
    }

    @Override
    public Situation applyTo(Situation situation) {
      return Laying.clock(situation, now);
    }

    @Override
    public boolean excludes(Change other) {
      return other instanceof Clock;
    }
  }

  /**
   * Something happens before.
   *
   * @param behavior the qualified name of the behavior that remembers it
   */
  record Past(String behavior, List<Step> steps) implements Change {
    public Past {
      Objects.requireNonNull(behavior, "behavior");
      steps = List.copyOf(steps);
    }

    /** What is given stays as it is. */
    @Override
    public Situation applyTo(Situation situation) {
      return situation;
    }

    @Override
    public boolean excludes(Change other) {
      return other instanceof Past past && past.behavior.equals(behavior);
    }
  }
}
