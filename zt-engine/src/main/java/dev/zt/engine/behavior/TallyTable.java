package dev.zt.engine.behavior;

import org.jspecify.annotations.Nullable;

/**
 * Tallies by key, and in a queue: each at the end when it comes in or is put there again. The
 * tallies themselves are the entries. Not thread-safe.
 */
final class TallyTable {
  private static final int SMALLEST = 8;

  private @Nullable Tally[] table = new @Nullable Tally[0];
  private int size;
  private @Nullable Tally first;
  private @Nullable Tally last;

  int size() {
    return size;
  }

  /**
   * The tally of a key, or null.
   *
   * @param hash of the key
   */
  @Nullable Tally get(Object key, int hash) {
    if (table.length == 0) {
      return null;
    }
    Tally tally = table[place(hash)];
    while (tally != null && !tally.isOf(key, hash)) {
      tally = tally.chained;
    }
    return tally;
  }

  /** Adds the tally of a key that is not here yet. */
  void add(Object key, int hash, Tally tally) {
    if (2 * size >= table.length) {
      grow();
    }
    tally.keepUnder(key, hash);
    chain(tally);
    size++;
    enqueue(tally);
  }

  /** The tally that waits longest, or null. */
  @Nullable Tally first() {
    return first;
  }

  /** Puts the first tally to the end of the queue. */
  void defer() {
    Tally tally = first;
    if (tally != null && tally != last) {
      first = tally.later;
      enqueue(tally);
    }
  }

  /** Removes the first tally. */
  void removeFirst() {
    Tally tally = first;
    if (tally == null) {
      return;
    }
    first = tally.later;
    last = first == null ? null : last;
    int place = place(tally.hash());
    Tally before = table[place];
    if (before == tally) {
      table[place] = tally.chained;
    } else {
      while (before != null && before.chained != tally) {
        before = before.chained;
      }
      if (before != null) {
        before.chained = tally.chained;
      }
    }
    size--;
  }

  private void enqueue(Tally tally) {
    tally.later = null;
    if (last == null || first == null) {
      first = tally;
    } else {
      last.later = tally;
    }
    last = tally;
  }

  private void chain(Tally tally) {
    int place = place(tally.hash());
    tally.chained = table[place];
    table[place] = tally;
  }

  private void grow() {
    table = new @Nullable Tally[Math.max(SMALLEST, 2 * table.length)];
    for (Tally tally = first; tally != null; tally = tally.later) {
      chain(tally);
    }
  }

  private int place(int hash) {
    return hash & (table.length - 1);
  }
}
