package dev.zt.engine.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** By value of one discriminator, the postings of an index that the value is a key of. */
final class KeyTable {
  private static final Posting[] NONE = {};

  private final Map<Object, Posting[]> postings;

  private KeyTable(Map<Object, Posting[]> postings) {
    this.postings = postings;
  }

  /**
   * A table.
   *
   * @param numbers by key, the numbers of postings
   */
  static KeyTable of(Map<Object, List<Integer>> numbers, Posting[] postings) {
    Map<Object, Posting[]> byKey = new HashMap<>(2 * numbers.size());
    numbers.forEach(
        (key, some) ->
            byKey.put(key, some.stream().map(number -> postings[number]).toArray(Posting[]::new)));
    return new KeyTable(byKey);
  }

  /** Adds to the frame's hits what is posted under a value. */
  void look(Object value, Frame frame) {
    for (Posting posting : postings.getOrDefault(value, NONE)) {
      frame.hits().add(posting);
    }
  }
}
