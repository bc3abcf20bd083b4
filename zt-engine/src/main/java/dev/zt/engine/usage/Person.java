package dev.zt.engine.usage;

import dev.zt.EntityRef;
import dev.zt.Usage;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A subject: the roles that it held in its last check, and what it used. Thread-safe. */
final class Person {
  private final Map<UsageBook.Thing, Tally> used = new ConcurrentHashMap<>();
  private volatile Set<String> held = Set.of();

  void hold(Set<String> roles) {
    if (!held.equals(roles)) {
      held = Set.copyOf(roles);
    }
  }

  Map<UsageBook.Thing, Tally> used() {
    return used;
  }

  /**
   * What it may do beyond its use, or null when there is nothing.
   *
   * @param after what was last used before that counts as unused, in epoch milliseconds
   */
  Usage.@Nullable Wide wide(EntityRef subject, Roles roles, long after) {
    Map<String, Set<String>> needed = new TreeMap<>();
    used.forEach(
        (thing, tally) -> {
          String as = thing.needed();
          if (as != null && tally.last() >= after) {
            needed.computeIfAbsent(thing.name(), fresh -> new TreeSet<>()).add(as);
          }
        });
    Set<String> unused = new TreeSet<>(held);
    unused.removeAll(needed.keySet());
    Map<String, Set<String>> sufficient = new TreeMap<>();
    needed.forEach(
        (role, as) -> {
          if (held.contains(role) && !as.contains(role)) {
            sufficient.put(role, roles.widest(as));
          }
        });
    return unused.isEmpty() && sufficient.isEmpty()
        ? null
        : new Usage.Wide(subject, unused, sufficient);
  }
}
