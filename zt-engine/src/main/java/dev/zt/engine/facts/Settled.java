package dev.zt.engine.facts;

import dev.zt.EntityStore;
import org.jspecify.annotations.Nullable;

/**
 * What tests have come to that hang on one request and on a store that never changes. Immutable.
 *
 * @param yes the bits of those that are true
 * @param no the bits of those that are false
 */
record Settled(EntityStore store, long yes, long no) {
  /** Whether a store never answers otherwise than it did. */
  static boolean isPossible(EntityStore store) {
    return store == EntityStore.EMPTY || store instanceof EntitySnapshot;
  }

  int answer(int test) {
    long bit = 1L << test;
    if ((yes & bit) != 0) {
      return Question.YES;
    }
    return (no & bit) != 0 ? Question.NO : Question.UNKNOWN;
  }

  /** The same of the same store, or else alone, with one more answer that is not unknown. */
  static Settled with(@Nullable Settled known, EntityStore store, int test, int answer) {
    Settled before = known == null || known.store != store ? new Settled(store, 0, 0) : known;
    long bit = 1L << test;
    return answer == Question.YES
        ? new Settled(store, before.yes | bit, before.no)
        : new Settled(store, before.yes, before.no | bit);
  }
}
