package dev.zt.engine.compile;

import dev.zt.engine.facts.Layout;
import dev.zt.policy.Behavior;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Schema;
import dev.zt.policy.Type;
import dev.zt.policy.value.Schedule;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where what conditions speak of is found at run time. */
record Vocabulary(
    Schema schema, Map<String, Behavior> behaviors, Layout layout, Map<Schedule, Hours> schedules) {
  Vocabulary(PolicySet policies, Layout layout) {
    this(policies.schema(), byName(policies.behaviors()), layout, new HashMap<>());
  }

  private static Map<String, Behavior> byName(Collection<Behavior> behaviors) {
    Map<String, Behavior> byName = new HashMap<>();
    for (Behavior behavior : behaviors) {
      byName.put(behavior.name(), behavior);
    }
    return byName;
  }

  /** A schedule, which all who ask for it share. */
  Hours hours(Schedule schedule) {
    return schedules.computeIfAbsent(schedule, Hours::new);
  }

  /** The signal, if it goes stale. */
  @Nullable FreshSignal fresh(String name) {
    Schema.Signal signal = schema.signals().get(name);
    if (signal == null || signal.fresh() == null) {
      return null;
    }
    int number = layout.signal(name);
    return new FreshSignal(number, signal.fresh(), layout.signalSlot(number, "as_of"));
  }

  /** The signals that go stale of which an expression reads a field. */
  Set<FreshSignal> freshIn(Expr expr) {
    Set<FreshSignal> found = new LinkedHashSet<>();
    addFresh(expr, found);
    return found;
  }

  private void addFresh(Expr expr, Set<FreshSignal> found) {
    FreshSignal read = expr instanceof Expr.SignalField field ? fresh(field.signal()) : null;
    if (read != null) {
      found.add(read);
    }
    for (Expr part : ExprParts.of(expr)) {
      addFresh(part, found);
    }
  }

  /** A field of what an expression of that type comes to. */
  EntityField field(String name, Type owner) {
    Type bare = owner instanceof Type.Optional optional ? optional.value() : owner;
    List<String> types = bare instanceof Type.Entity entity ? entity.candidates() : List.of();
    return EntityField.of(name, likely(name, types), layout);
  }

  /** The first of the types that has such a field, or an empty name. */
  private String likely(String name, List<String> types) {
    for (String type : types) {
      if (layout.entitySlot(type, name) >= 0) {
        return type;
      }
    }
    return "";
  }
}
