package dev.zt.test.search;

import dev.zt.dsl.suite.Situation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Steps that were looked for already, and whether there is one. Thread-safe. */
public final class KnownSteps {
  private static final int MOST = 20_000;

  private final Map<Key, Optional<Step>> known = new ConcurrentHashMap<>();

  private record Key(String behavior, List<Change> first, Situation asked) {}

  /** The step, looked for when it is asked for first. */
  Optional<Step> find(
      String behavior, List<Change> first, Situation asked, Supplier<Optional<Step>> search) {
    Key key = new Key(behavior, first, asked);
    Optional<Step> found = known.get(key);
    if (found == null) {
      found = search.get();
      if (known.size() < MOST) {
        known.put(key, found);
      }
    }
    return found;
  }
}
