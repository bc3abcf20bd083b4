package dev.zt.dsl.check;

import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The fields that a test gives of one thing, and those that it takes away. */
final class GivenFields {
  private final SortedMap<String, Value> known = new TreeMap<>();
  private final SortedSet<String> unknown = new TreeSet<>();

  /** The same fields, to lay others over. */
  GivenFields copy() {
    GivenFields copy = new GivenFields();
    copy.known.putAll(known);
    copy.unknown.addAll(unknown);
    return copy;
  }

  /** Gives a field, or takes it away. */
  void put(String name, Reading reading) {
    if (reading instanceof Value value) {
      known.put(name, value);
      unknown.remove(name);
    } else {
      known.remove(name);
      unknown.add(name);
    }
  }

  SortedMap<String, Value> known() {
    return known;
  }

  SortedSet<String> unknown() {
    return unknown;
  }
}
