package dev.zt.engine.behavior;

import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.value.Value;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tallies of one behavior in one shard, in a queue. Whoever comes first in it and was added to
 * since gets another turn, so that what is forgotten was not added to for about the longest time.
 * Guarded by the lock of the shard.
 */
final class Shelf {
  private static final int SWEPT_AT_ONCE = 2;

  private final Recipe recipe;
  private final TallyTable tallies = new TallyTable();

  /** What a key has come to that nothing was added to. */
  private final Tally nothing;

  private int weight;

  /** What is missing of keys that are not here. */
  private @Nullable Gap gap;

  Shelf(Recipe recipe) {
    this.recipe = recipe;
    this.nothing = recipe.tally();
  }

  int size() {
    return tallies.size();
  }

  /** How many entries it takes up. */
  int weight() {
    return weight;
  }

  Recollection recall(Object key, int hash, List<Value> present, long now) {
    Tally tally = tallies.get(key, hash);
    if (tally != null) {
      return tally.recall(present, now);
    }
    Gap open = gap;
    return open != null && Gap.isOpen(open, now) ? open.recollection() : nothing.read(present, now);
  }

  boolean wouldChangeBy(Object key, int hash, @Nullable List<Value> values, long now) {
    Tally tally = tallies.get(key, hash);
    return (tally == null ? fresh(now) : tally).wouldChangeBy(values, now);
  }

  /**
   * Adds something that happened.
   *
   * @param asks whether it matters if that changes what is remembered
   * @return whether it does, for somebody who asks
   */
  boolean record(Object key, int hash, @Nullable List<Value> values, boolean asks, long now) {
    Tally tally = tallies.get(key, hash);
    int before = 0;
    if (tally == null) {
      sweep(now);
      tally = fresh(now);
      tallies.add(key, hash, tally);
    } else {
      before = tally.weight();
      tally.touched = true;
    }
    boolean changes = asks && tally.wouldChangeBy(values, now);
    tally.record(values, now);
    weight += tally.weight() - before;
    return changes;
  }

  private Tally fresh(long now) {
    Tally tally = recipe.tally();
    if (Gap.isOpen(gap, now)) {
      tally.spoil(gap);
    }
    return tally;
  }

  /** Removes some tallies whose window has passed, so that they make room before others do. */
  private void sweep(long now) {
    for (int i = 0; i < SWEPT_AT_ONCE; i++) {
      Tally eldest = tallies.first();
      if (eldest == null || (!eldest.touched && eldest.end() > now)) {
        return;
      }
      if (eldest.end() > now) {
        eldest.touched = false;
        tallies.defer();
      } else {
        remove(eldest);
      }
    }
  }

  /**
   * Removes the tally that was added to about longest ago. From then on nobody knows whether a key
   * that is not here was never seen, until what was removed would have left its window.
   *
   * @return whether anything was lost
   */
  boolean evict(long now) {
    Tally eldest = Objects.requireNonNull(tallies.first(), "there is something to evict");
    while (eldest.touched) {
      eldest.touched = false;
      tallies.defer();
      eldest = Objects.requireNonNull(tallies.first(), "none has gone");
    }
    remove(eldest);
    if (eldest.end() <= now) {
      return false;
    }
    spoil(new Gap(eldest.end(), Gap.Kind.EVICTED));
    return true;
  }

  private void remove(Tally first) {
    tallies.removeFirst();
    weight -= first.weight();
  }

  @Nullable Gap gap() {
    return gap;
  }

  /** The first tally of the queue, from which the others follow. */
  @Nullable Tally first() {
    return tallies.first();
  }

  /** Puts back what was here before. */
  void put(Object key, int hash, Tally tally) {
    tallies.add(key, hash, tally);
    weight += tally.weight();
  }

  /** Something of keys that are not here is missing. */
  void spoil(Gap by) {
    gap = Gap.later(gap, by);
  }
}
