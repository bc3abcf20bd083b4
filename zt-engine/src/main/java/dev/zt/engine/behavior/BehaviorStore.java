package dev.zt.engine.behavior;

import com.google.common.math.LongMath;
import dev.zt.UnknownCause;
import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.Behavior;
import dev.zt.policy.value.Absent;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * What is remembered of what happened, in memory and bounded, from one policy set to the next.
 *
 * <p>Thread-safe. A key that may have been forgotten within its window is unknown, not empty.
 */
public final class BehaviorStore {
  static final Recollection NOT_REMEMBERED =
      Recollection.of(new Absent(UnknownCause.FAILED, "it is not remembered"), Long.MAX_VALUE);

  private static final int MOST_SHARDS = 256;
  private static final int FEWEST_ENTRIES_OF_A_SHARD = 64;

  private final Limits limits;
  private final boolean startsEmpty;
  private final Shard[] shards;
  private final LongAdder evictions = new LongAdder();

  /** By its canonical text each behavior that is remembered. */
  private final Map<String, Recipe> recipes = new HashMap<>();

  private int behaviors;

  /**
   * A store in which nothing is.
   *
   * @param startsEmpty whether nothing that policies ask for happened before; else a behavior is
   *     unknown until it has been remembered for the whole of its window
   */
  public BehaviorStore(Limits limits, boolean startsEmpty) {
    this.limits = limits;
    this.startsEmpty = startsEmpty;
    int smallest = Math.min(limits.entries(), limits.entriesPerBehavior());
    int wanted = Math.max(1, Math.min(MOST_SHARDS, smallest / FEWEST_ENTRIES_OF_A_SHARD));
    shards = new Shard[Integer.highestOneBit(wanted)];
    for (int i = 0; i < shards.length; i++) {
      shards[i] =
          new Shard(
              limits.entries() / shards.length,
              limits.entriesPerBehavior() / shards.length,
              evictions);
    }
  }

  /**
   * Remembers for these behaviors too, from an instant on. One that remembers the same as a known
   * one goes on with what is known.
   *
   * @param now epoch milliseconds
   */
  public synchronized BehaviorView view(Collection<Behavior> wanted, long now) {
    Map<String, Recipe> byName = new HashMap<>();
    for (Behavior each : wanted) {
      byName.put(each.name(), recipes.computeIfAbsent(each.text(), text -> begin(each, now)));
    }
    return new BehaviorView(this, byName);
  }

  private Recipe begin(Behavior behavior, long now) {
    Recipe recipe = new Recipe(behavior, behaviors++, limits);
    Gap gap = new Gap(LongMath.saturatedAdd(now, behavior.over()), Gap.Kind.BEGINNING);
    for (Shard shard : shards) {
      Shelf shelf = new Shelf(recipe);
      if (!startsEmpty) {
        shelf.spoil(gap);
      }
      shard.lock.lock();
      try {
        shard.add(shelf);
      } finally {
        shard.lock.unlock();
      }
    }
    return recipe;
  }

  /** Forgets everything that none of these views shows. */
  public synchronized void keep(List<BehaviorView> views) {
    Set<Integer> kept = new HashSet<>();
    views.forEach(each -> kept.addAll(each.numbers()));
    Iterator<Recipe> known = recipes.values().iterator();
    while (known.hasNext()) {
      int number = known.next().number();
      if (!kept.contains(number)) {
        known.remove();
        remove(number);
      }
    }
  }

  private void remove(int behavior) {
    for (Shard shard : shards) {
      shard.lock.lock();
      try {
        shard.remove(behavior);
      } finally {
        shard.lock.unlock();
      }
    }
  }

  /** How many keys are remembered, of all behaviors. */
  public long size() {
    long size = 0;
    for (Shard shard : shards) {
      shard.lock.lock();
      try {
        size += shard.size();
      } finally {
        shard.lock.unlock();
      }
    }
    return size;
  }

  /** How many keys were forgotten within their window for want of room. */
  public long evictions() {
    return evictions.sum();
  }

  int shardOf(Object key) {
    return ((key.hashCode() * 0x9E3779B9) >>> 16) & (shards.length - 1);
  }

  Shard shard(int number) {
    return shards[number];
  }
}
