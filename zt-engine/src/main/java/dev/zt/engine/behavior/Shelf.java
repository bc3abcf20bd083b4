package dev.zt.engine.behavior;

import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.value.Value;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tallies of one behavior in one shard, in the order in which they were added to last, which is
 * the order in which their windows pass. Guarded by the lock of the shard.
 */
final class Shelf {
  private static final int SWEPT_AT_ONCE = 2;

  private final Recipe recipe;
  private final LinkedHashMap<Object, Tally> tallies = new LinkedHashMap<>();

  private int weight;

  /** What is missing of keys that are not here. */
  private @Nullable Gap gap;

  Shelf(Recipe recipe) {
    this.recipe = recipe;
  }

  int size() {
    return tallies.size();
  }

  /** How many entries it takes up. */
  int weight() {
    return weight;
  }

  Recollection recall(Object key, List<Value> present, long now) {
    Tally tally = tallies.get(key);
    if (tally != null) {
      return tally.recall(present, now);
    }
    Gap open = gap;
    return open != null && Gap.isOpen(open, now)
        ? open.recollection()
        : recipe.tally().read(present, now);
  }

  boolean wouldChangeBy(Object key, @Nullable List<Value> values, long now) {
    Tally tally = tallies.get(key);
    if (tally == null) {
      tally = fresh(now);
    }
    return tally.wouldChangeBy(values, now);
  }

  void record(Object key, @Nullable List<Value> values, long now) {
    sweep(now);
    Tally known = tallies.remove(key);
    Tally tally = known == null ? fresh(now) : known;
    int before = known == null ? 0 : known.weight();
    tally.record(values, now);
    tallies.put(key, tally);
    weight += tally.weight() - before;
  }

  private Tally fresh(long now) {
    Tally tally = recipe.tally();
    if (Gap.isOpen(gap, now)) {
      tally.spoil(gap);
    }
    return tally;
  }

  /** Removes some tallies whose window has passed, so that they make room before others do. */
  void sweep(long now) {
    Iterator<Tally> eldest = tallies.values().iterator();
    for (int i = 0; i < SWEPT_AT_ONCE && eldest.hasNext(); i++) {
      Tally tally = eldest.next();
      if (tally.end() > now) {
        return;
      }
      eldest.remove();
      weight -= tally.weight();
    }
  }

  /**
   * Removes the tally that was added to longest ago. From then on nobody knows whether a key that
   * is not here was never seen, until what was removed would have left its window.
   *
   * @return whether anything was lost
   */
  boolean evict(long now) {
    Iterator<Tally> eldest = tallies.values().iterator();
    Tally tally = eldest.next();
    long end = tally.end();
    eldest.remove();
    weight -= tally.weight();
    if (end <= now) {
      return false;
    }
    spoil(new Gap(end, Gap.Kind.EVICTED));
    return true;
  }

  @Nullable Gap gap() {
    return gap;
  }

  /** The keys and what they have come to, in the order in which they were added to last. */
  Map<Object, Tally> tallies() {
    return Collections.unmodifiableMap(tallies);
  }

  /** Puts back what was here before. */
  void put(Object key, Tally tally) {
    tallies.put(key, tally);
    weight += tally.weight();
  }

  /** Something of keys that are not here is missing. */
  void spoil(Gap by) {
    gap = Gap.later(gap, by);
  }
}
