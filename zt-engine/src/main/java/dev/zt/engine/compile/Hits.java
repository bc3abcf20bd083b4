package dev.zt.engine.compile;

import java.util.Arrays;
import java.util.Comparator;

/** The postings that an index found for a request. Indexes within indexes take turns on it. */
final class Hits {
  private static final Comparator<Posting> IN_ORDER = Comparator.comparingInt(Posting::number);

  private Posting[] hits = new Posting[16];
  private int size;

  int size() {
    return size;
  }

  Posting get(int at) {
    return hits[at];
  }

  void add(Posting posting) {
    if (size == hits.length) {
      hits = Arrays.copyOf(hits, 2 * size);
    }
    hits[size++] = posting;
  }

  /** Puts what was added from there on in order, each once. */
  void arrange(int from) {
    if (size - from < 2) {
      return;
    }
    Arrays.sort(hits, from, size, IN_ORDER);
    int kept = from + 1;
    for (int at = from + 1; at < size; at++) {
      if (hits[at].number() != hits[kept - 1].number()) {
        hits[kept++] = hits[at];
      }
    }
    size = kept;
  }

  /** Drops what was added after the first so many. */
  void restore(int earlier) {
    size = earlier;
  }
}
