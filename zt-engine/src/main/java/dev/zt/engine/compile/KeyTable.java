package dev.zt.engine.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** By value of one discriminator, the postings of an index that the value is a key of. */
final class KeyTable {
  private static final Posting[] NONE = {};

  private final Map<Object, Posting[]> postings;
  private final NumberTable byNumber;

  private KeyTable(Map<Object, Posting[]> postings, NumberTable byNumber) {
    this.postings = postings;
    this.byNumber = byNumber;
  }

  /**
   * A table.
   *
   * @param numbers by key, the numbers of postings
   * @param on what the keys are of
   */
  static KeyTable of(Map<Object, List<Integer>> numbers, Posting[] postings, Discriminator on) {
    Map<Object, Posting[]> byKey = new HashMap<>(2 * numbers.size());
    numbers.forEach(
        (key, some) ->
            byKey.put(key, some.stream().map(number -> postings[number]).toArray(Posting[]::new)));
    Map<Integer, Integer> byNumber = new HashMap<>();
    byKey.forEach(
        (key, some) -> {
          int number = on.number(key);
          if (number >= 0) {
            byNumber.put(number, code(some));
          }
        });
    return new KeyTable(byKey, new NumberTable(byNumber));
  }

  private static int code(Posting[] some) {
    return some.length == 1 ? some[0].code() : Block.SEVERAL;
  }

  /** Adds to the frame's hits what is posted under a value. */
  void look(Object value, Frame frame) {
    for (Posting posting : postings.getOrDefault(value, NONE)) {
      frame.hits().add(posting);
    }
  }

  /** What is posted under a value and under those looked up before, as a code. */
  int only(Object value, int before) {
    Posting[] found = postings.get(value);
    return found == null ? before : Posting.both(before, code(found));
  }

  /** By the number that stands for a value, what is posted under it. */
  NumberTable byNumber() {
    return byNumber;
  }
}
