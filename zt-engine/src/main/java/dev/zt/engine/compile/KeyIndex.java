package dev.zt.engine.compile;

import dev.zt.engine.facts.BoundRequest;
import dev.zt.engine.facts.Surroundings;
import org.jspecify.annotations.Nullable;

/**
 * Rules each of which demands that one of some discriminators has one of some values. Those that
 * have none of the values are false for ever and never looked at; where a discriminator is not
 * wholly known, those that might have one are unknown where they would be true.
 */
final class KeyIndex implements Block {
  private final Discriminator[] discriminators;
  private final KeyTable[] tables;
  private final Posting[] postings;

  /** Of an index of names alone which names they are, and what there is by number. */
  private final Discriminator.@Nullable Named names;

  private final NumberTable byNumber;

  /**
   * An index.
   *
   * @param tables by discriminator, at least one, at most 64
   * @param postings all that is in the tables, by number
   */
  KeyIndex(Discriminator[] discriminators, KeyTable[] tables, Posting[] postings) {
    this.discriminators = discriminators;
    this.tables = tables;
    this.postings = postings;
    this.names =
        discriminators.length == 1 && discriminators[0] instanceof Discriminator.Named named
            ? named
            : null;
    this.byNumber = tables[0].byNumber();
  }

  @Override
  public void run(Frame frame) {
    Hits hits = frame.hits();
    int from = hits.size();
    long lacking = 0;
    for (int at = 0; at < tables.length; at++) {
      if (!discriminators[at].look(frame, tables[at])) {
        lacking |= 1L << at;
      }
    }
    hits.arrange(from);
    int to = hits.size();
    for (int at = from; at < to; at++) {
      hits.get(at).rules().run(frame);
    }
    if (lacking != 0) {
      runDoubtful(lacking, from, to, frame);
    }
    hits.restore(from);
  }

  private void runDoubtful(long lacking, int from, int to, Frame frame) {
    int next = from;
    for (Posting posting : postings) {
      if (next < to && frame.hits().get(next).number() == posting.number()) {
        next++;
      } else if ((posting.discriminators() & lacking) != 0) {
        frame.runDoubtful(posting.rules());
      }
    }
  }

  @Override
  public int sole(BoundRequest request, Surroundings surroundings) {
    int found =
        names == null ? only(request, surroundings) : names.onlyNumbered(request, byNumber, NONE);
    return Posting.isOpen(found)
        ? postings[Posting.number(found)].rules().sole(request, surroundings)
        : found;
  }

  private int only(BoundRequest request, Surroundings surroundings) {
    int found = NONE;
    for (int at = 0; at < tables.length && found != SEVERAL; at++) {
      found = discriminators[at].only(request, surroundings, tables[at], found);
    }
    return found;
  }
}
