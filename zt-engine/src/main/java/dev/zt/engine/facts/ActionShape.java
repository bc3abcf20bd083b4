package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is declared of all actions, and what policies ask of them. */
record ActionShape(Shape shape, Inquiry inquiry) {
  private static final int NAME = 0;

  /** A declared action of which no field is given. */
  Action of(String name, String outsideName, int number) {
    @Nullable Reading[] slots = shape.blank();
    slots[NAME] = Texts.string(outsideName);
    return action(name, number, slots);
  }

  /** No action at all. */
  Action none() {
    return action("", -1, shape.blank());
  }

  /** An action with these fields. */
  Action with(Action plain, Map<String, ? extends @Nullable Object> fields) {
    if (fields.isEmpty()) {
      return plain;
    }
    @Nullable Reading[] slots = plain.slots().clone();
    shape.fill(slots, fields, null);
    return action(plain.name(), plain.number(), slots);
  }

  private Action action(String name, int number, @Nullable Reading[] slots) {
    return new Action(name, number, slots, inquiry.answers(slots));
  }
}
