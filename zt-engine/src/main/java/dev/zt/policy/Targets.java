package dev.zt.policy;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * By the qualified name of a resource type the names of the actions, sorted. Immutable; many rules
 * share one, so that two of them are compared at a glance.
 */
final class Targets extends AbstractMap<String, Set<String>> {
  private final SortedMap<String, Set<String>> byType;
  private final int hash;

  private Targets(SortedMap<String, Set<String>> byType) {
    this.byType = byType;
    this.hash = byType.hashCode();
  }

  /** These targets, themselves if they are of this kind already. */
  static Targets of(Map<String, Set<String>> targets) {
    if (targets instanceof Targets known) {
      return known;
    }
    SortedMap<String, Set<String>> sorted = new TreeMap<>();
    for (Map.Entry<String, Set<String>> each : targets.entrySet()) {
      sorted.put(each.getKey(), Collections.unmodifiableSet(new TreeSet<>(each.getValue())));
    }
    return new Targets(Collections.unmodifiableSortedMap(sorted));
  }

  @Override
  public @Nullable Set<String> get(@Nullable Object type) {
    return type == null ? null : byType.get(type);
  }

  @Override
  public boolean containsKey(@Nullable Object type) {
    return type != null && byType.containsKey(type);
  }

  @Override
  public Set<Entry<String, Set<String>>> entrySet() {
    return byType.entrySet();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Targets that
            ? hash == that.hash && byType.equals(that.byType)
            : super.equals(other));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
