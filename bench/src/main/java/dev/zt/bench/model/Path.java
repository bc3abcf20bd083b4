package dev.zt.bench.model;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Where a value of a question is found.
 *
 * @param root {@code subject}, {@code resource}, or the name of a signal
 * @param field the field's name, in snake case; after a dot a field of the entity it refers to
 */
public record Path(String root, String field) {
  /** Reads {@code subject.department}. */
  public static Path of(String text) {
    int dot = text.indexOf('.');
    return new Path(text.substring(0, dot), text.substring(dot + 1));
  }

  /**
   * The value in that question, in a world of these entities.
   *
   * @throws IllegalStateException if there is none
   */
  public Object in(Question question, Map<Reference, Thing> entities) {
    Iterator<String> names = List.of(field.split("\\.", -1)).iterator();
    Map<String, Object> fields =
        switch (root) {
          case "subject" -> question.subject().fields();
          case "resource" -> question.resource().fields();
          default -> question.signals().getOrDefault(root, Map.of());
        };
    Object value = fields.get(names.next());
    while (names.hasNext() && value instanceof Reference reference) {
      Thing thing = entities.get(reference);
      value = thing == null ? null : thing.fields().get(names.next());
    }
    if (value == null) {
      throw new IllegalStateException("questions are complete, but there is no " + this);
    }
    return value;
  }

  @Override
  public String toString() {
    return root + '.' + field;
  }
}
