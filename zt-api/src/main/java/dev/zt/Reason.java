package dev.zt;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule that decided, or an elevation that did.
 *
 * @param rule the rule's id, {@code module.label}
 * @param message what the rule's {@code because} says, or null
 * @param position where the rule stands
 * @param annotations the rule's annotations by name, such as {@code control → PCI-DSS-8.4}
 */
public record Reason(
    String rule,
    @Nullable String message,
    SourcePosition position,
    Map<String, String> annotations) {
  public Reason {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(position, "position");
    annotations = Map.copyOf(annotations);
  }
}
