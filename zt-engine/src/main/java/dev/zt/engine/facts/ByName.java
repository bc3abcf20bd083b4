package dev.zt.engine.facts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands for each of some declared names. They are interned, so that a name which is a literal
 * in an application's code is recognised by its identity. Immutable.
 */
final class ByName<V> {
  private final String[] names;
  private final Object[] values;
  private final int mask;

  ByName(Map<String, ? extends V> byName) {
    int places = Integer.highestOneBit(2 * byName.size() + 1) << 1;
    names = new String[places];
    values = new Object[places];
    mask = places - 1;
    for (Map.Entry<String, ? extends V> each : byName.entrySet()) {
      put(each.getKey(), each.getValue());
    }
  }

  private void put(String name, Object value) {
    int at = first(name);
    while (names[at] != null) {
      at = at + 1 & mask;
    }
    names[at] = name.intern();
    values[at] = value;
  }

  private int first(String name) {
    int hash = name.hashCode();
    return (hash ^ hash >>> 16) & mask;
  }

  /** What stands for a name; null for one that is not declared. */
  @SuppressWarnings("unchecked") // values are what they were built of
  @Nullable V get(String name) {
    int at = first(name);
    String there = names[at];
    while (there != null) {
      if (there.equals(name)) {
        return (V) values[at];
      }
      at = at + 1 & mask;
      there = names[at];
    }
    return null;
  }
}
