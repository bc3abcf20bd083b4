package dev.zt.engine.authzen;

import dev.zt.Entity;
import dev.zt.Signal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the objects of a request into what the engine is asked with.
 *
 * @param declaredSignals the names that are signals when they are members of {@code context}
 */
record RequestForm(Set<String> declaredSignals) {
  static final String SUBJECT = "say who asks, as an object with `type` and `id`";
  static final String ACTION = "say what is asked for, as an object with `name`";
  static final String RESOURCE = "say what it is asked on, as an object with `type` and `id`";

  private static final String CONTEXT = "context";
  private static final String ENTITIES = "entities";

  /** What the object gives; members that are not known are ignored. */
  Parts parts(Form form) {
    return new Parts(
        form.gives("subject") ? entity(form.object("subject", SUBJECT)) : null,
        form.gives("action") ? action(form.object("action", ACTION)) : null,
        form.gives("resource") ? entity(form.object("resource", RESOURCE)) : null,
        form.gives(CONTEXT) ? signals(form.members(CONTEXT)) : null,
        form.gives(ENTITIES) ? entities(form) : null);
  }

  private static Entity entity(Form form) {
    return Entity.of(
        form.text("type", "give the type as text"),
        form.text("id", "give the id as text"),
        form.members("properties"));
  }

  private static Action action(Form form) {
    return new Action(
        form.text("name", "give the name of the action as text"), form.members("properties"));
  }

  private static List<Entity> entities(Form form) {
    List<Entity> entities = new ArrayList<>();
    for (Object element : form.elements(ENTITIES)) {
      entities.add(entity(form.element(ENTITIES, entities.size(), element)));
    }
    return entities;
  }

  /**
   * The declared signals among the members of {@code context}, and one more signal {@code context}
   * with the others as its fields. A null signal is not given; one that is no object is broken, and
   * a broken signal is unknown.
   */
  private List<Signal> signals(Map<String, @Nullable Object> context) {
    List<Signal> signals = new ArrayList<>();
    Map<String, @Nullable Object> loose = new LinkedHashMap<>();
    context.forEach(
        (name, value) -> {
          if (!name.equals(CONTEXT) && !declaredSignals.contains(name)) {
            loose.put(name, value);
          } else if (value instanceof JsonObject fields) {
            signals.add(Signal.of(name, fields));
          } else if (value != null) {
            signals.add(
                Signal.failed(
                    name, "the request gives " + Form.kind(value) + " where an object should be"));
          }
        });
    if (!loose.isEmpty()) {
      signals.add(Signal.of(CONTEXT, loose));
    }
    return signals;
  }
}
