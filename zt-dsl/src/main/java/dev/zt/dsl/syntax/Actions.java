package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;
import java.util.List;

/**
 * {@code any action}, or a list of actions and groups.
 *
 * @param names empty exactly when it says {@code any action}
 */
public record Actions(List<Name> names, Span span) {
  public Actions {
    names = List.copyOf(names);
  }

  /** Whether it says {@code any action}. */
  public boolean any() {
    return names.isEmpty();
  }
}
