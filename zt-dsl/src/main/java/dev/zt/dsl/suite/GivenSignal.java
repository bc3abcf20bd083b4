package dev.zt.dsl.suite;

import dev.zt.policy.value.Value;
import java.util.Objects;
import java.util.SortedMap;

/**
 * A signal that a test gives.
 *
 * @param fields the fields that are given, by name; never a derived one, {@code as_of} and {@code
 *     source} may be among them
 */
public record GivenSignal(String name, SortedMap<String, Value> fields) {
  public GivenSignal {
    Objects.requireNonNull(name, "name");
    fields = GivenEntity.copy(fields);
  }
}
