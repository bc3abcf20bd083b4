package dev.zt.engine;

import dev.zt.engine.facts.Layout;
import dev.zt.policy.Expr;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Schema;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an expression is read of what happened: a path from its slots, anything else by the
 * reference. Immutable.
 */
sealed interface Read {
  /** The value; null when it is unknown or none. */
  @Nullable Value of(Happening happening);

  /** How to read an expression. */
  static Read of(Expr expr, PolicySet policies, Layout layout) {
    if (expr instanceof Expr.Named named) {
      return of(named.body(), policies, layout);
    }
    if (expr instanceof Expr.Subject) {
      return new Subject();
    }
    if (expr instanceof Expr.Resource) {
      return new Resource();
    }
    if (expr instanceof Expr.FieldOf field) {
      if (field.target() instanceof Expr.Subject) {
        return new SubjectField(slots(field.field(), policies, layout), field);
      }
      if (field.target() instanceof Expr.Resource) {
        return new ResourceField(slots(field.field(), policies, layout), field);
      }
    }
    if (expr instanceof Expr.SignalField field) {
      Schema.Signal signal = policies.schema().signals().get(field.signal());
      int number = layout.signal(field.signal());
      if (signal != null && signal.fresh() == null && number >= 0) {
        return new SignalField(number, layout.signalSlot(number, field.field()));
      }
    }
    return new ByReference(expr);
  }

  /** By number of entity type the slot of a field; -1 where the type has no such field. */
  private static int[] slots(String field, PolicySet policies, Layout layout) {
    int[] slots = new int[layout.entityTypes()];
    Arrays.fill(slots, -1);
    for (String type : policies.schema().entities().keySet()) {
      slots[layout.entityType(type)] = layout.entitySlot(type, field);
    }
    return slots;
  }

  /** Each of several expressions; null when one of them is unknown or none. */
  static @Nullable List<Value> all(Read[] reads, Happening happening) {
    if (reads.length == 0) {
      return List.of();
    }
    Value[] values = values(reads, happening);
    return values == null ? null : List.of(values);
  }

  /** As {@link #all}, as an array of its own. */
  static Value @Nullable [] values(Read[] reads, Happening happening) {
    Value[] values = new Value[reads.length];
    for (int i = 0; i < reads.length; i++) {
      Value value = reads[i].of(happening);
      if (value == null) {
        return null;
      }
      values[i] = value;
    }
    return values;
  }

  private static @Nullable Value known(@Nullable Reading reading) {
    return reading instanceof Value value && value != Value.NONE ? value : null;
  }

  /** Who asks. */
  record Subject() implements Read {
    @Override
    public @Nullable Value of(Happening happening) {
      return happening.subject();
    }
  }

  /** What is asked for. */
  record Resource() implements Read {
    @Override
    public Value of(Happening happening) {
      return happening.request().resource();
    }
  }

  /** A field of who asks. */
  @SuppressWarnings("ArrayRecordComponent") // two of them are never compared
  record SubjectField(int[] slots, Expr expr) implements Read {
    @Override
    public @Nullable Value of(Happening happening) {
      int type = happening.request().subjectType();
      int slot = type < 0 ? -1 : slots[type];
      Reading given = slot < 0 ? null : happening.request().ofSubject(slot);
      return given == null && slot >= 0 && !happening.saysAll()
          ? known(happening.trace().value(expr))
          : known(given);
    }
  }

  /** A field of what is asked for. */
  @SuppressWarnings("ArrayRecordComponent") // two of them are never compared
  record ResourceField(int[] slots, Expr expr) implements Read {
    @Override
    public @Nullable Value of(Happening happening) {
      int type = happening.request().resourceType();
      int slot = type < 0 ? -1 : slots[type];
      Reading given = slot < 0 ? null : happening.request().ofResource(slot);
      return given == null && slot >= 0 && !happening.saysAll()
          ? known(happening.trace().value(expr))
          : known(given);
    }
  }

  /** A field of a signal that does not go stale. */
  record SignalField(int number, int slot) implements Read {
    @Override
    public @Nullable Value of(Happening happening) {
      return slot < 0 ? null : known(happening.request().ofSignal(number, slot));
    }
  }

  /** Anything else. */
  record ByReference(Expr expr) implements Read {
    @Override
    public @Nullable Value of(Happening happening) {
      return known(happening.trace().value(expr));
    }
  }
}
