package dev.zt.dsl.suite;

import dev.zt.policy.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for what on what, and everything else that a test gives. What is not here is unknown.
 *
 * @param now the instant on the clock, or null when the test gives none and nothing depends on it
 * @param subject who asks
 * @param action the name of what is asked for, as policies write it
 * @param resource what it is asked on
 * @param actionFields fields of the action itself by name
 * @param signals the signals that are given, each once, in order of name
 * @param entities further entities that the others refer to
 */
public record Situation(
    @Nullable Instant now,
    GivenEntity subject,
    String action,
    GivenEntity resource,
    SortedMap<String, Value> actionFields,
    List<GivenSignal> signals,
    List<GivenEntity> entities) {
  public Situation {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(resource, "resource");
    actionFields = GivenEntity.copy(actionFields);
    signals = List.copyOf(signals);
    entities = List.copyOf(entities);
  }
}
