package dev.zt.dsl.suite;

import dev.zt.policy.value.Value;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An entity that a test gives.
 *
 * @param reference the qualified name of its type, and its id
 * @param fields the fields that are given, by name; {@code roles}, {@code groups} and {@code
 *     parents} may be among them
 * @param unknown the names of fields that the test takes away, so that nothing else tells them
 */
public record GivenEntity(
    Value.Ref reference, SortedMap<String, Value> fields, Set<String> unknown) {
  public GivenEntity {
    Objects.requireNonNull(reference, "reference");
    fields = copy(fields);
    unknown = Collections.unmodifiableSet(new TreeSet<>(unknown));
  }

  static SortedMap<String, Value> copy(Map<String, Value> fields) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }
}
