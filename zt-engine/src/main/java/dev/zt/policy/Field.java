package dev.zt.policy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A declared field of an entity, a record, a signal or the action.
 *
 * @param name the name that policies use
 * @param outside the name that data use
 * @param type its type
 * @param derived whether it is computed from other fields, so that data never give it
 * @param secret whether its values are never shown: not in explanations, not in what is said of
 *     unknowns, not in the audit log
 * @param open why a value stands in for it when it is unknown, or null when none does
 * @param span where its name is declared
 */
public record Field(
    String name,
    String outside,
    Type type,
    boolean derived,
    boolean secret,
    @Nullable String open,
    SourceSpan span)
    implements Schema.Named {
  public Field {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(outside, "outside");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(span, "span");
  }
}
