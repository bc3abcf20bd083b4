package dev.zt.engine.behavior;

import dev.zt.policy.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one thing that happened adds to one behavior.
 *
 * @param behavior the qualified name
 * @param key the values of the behavior's keys in the order written
 * @param values what is aggregated, in the order written; null when it is not known whether it
 *     counts or what it counts for
 */
public record Contribution(String behavior, List<Value> key, @Nullable List<Value> values) {
  public Contribution {
    key = List.copyOf(key);
    values = values == null ? null : List.copyOf(values);
  }
}
