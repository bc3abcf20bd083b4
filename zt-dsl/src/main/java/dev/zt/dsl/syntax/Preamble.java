package dev.zt.dsl.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a declaration, rule or field.
 *
 * @param annotations as written
 * @param doc the text of its doc comment, lines joined by {@code \n}
 */
public record Preamble(List<Annotation> annotations, @Nullable String doc) {
  public Preamble {
    annotations = List.copyOf(annotations);
  }

  /** The first annotation of that name, or null. */
  public @Nullable Annotation annotation(String name) {
    for (Annotation each : annotations) {
      if (each.name().text().equals(name)) {
        return each;
      }
    }
    return null;
  }
}
