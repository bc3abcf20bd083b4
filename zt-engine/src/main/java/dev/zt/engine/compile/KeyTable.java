package dev.zt.engine.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    Map<Integer, Posting> byNumber = new HashMap<>();
    byKey.forEach(
        (key, some) -> {
          int number = on.number(key);
          if (number >= 0) {
            byNumber.put(number, some.length == 1 ? some[0] : Posting.SEVERAL);
          }
        });
    return new KeyTable(byKey, new NumberTable(byNumber));
  }

  /** Adds to the frame's hits what is posted under a value. */
  void look(Object value, Frame frame) {
    for (Posting posting : postings.getOrDefault(value, NONE)) {
      frame.hits().add(posting);
    }
  }

  /**
   * The only posting under a value and under those looked up before; {@link Posting#SEVERAL} for
   * more than one.
   */
  @Nullable Posting only(Object value, @Nullable Posting before) {
    Posting[] found = postings.get(value);
    if (found == null) {
      return before;
    }
    return found.length == 1 && (before == null || before.number() == found[0].number())
        ? found[0]
        : Posting.SEVERAL;
  }

  /** The same of the value that a number stands for. */
  @Nullable Posting only(int number, @Nullable Posting before) {
    Posting found = byNumber.get(number);
    return found == null
        ? before
        : before == null || before.number() == found.number() ? found : Posting.SEVERAL;
  }
}
