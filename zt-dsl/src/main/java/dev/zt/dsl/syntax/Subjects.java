package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;
import java.util.List;

/**
 * {@code anyone}, or a list of selectors.
 *
 * @param selectors empty exactly when it says {@code anyone}
 */
public record Subjects(List<Selector> selectors, Span span) {
  public Subjects {
    selectors = List.copyOf(selectors);
  }

  /** Whether it says {@code anyone}. */
  public boolean anyone() {
    return selectors.isEmpty();
  }
}
