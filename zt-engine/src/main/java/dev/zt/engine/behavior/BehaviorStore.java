package dev.zt.engine.behavior;

import com.google.common.math.LongMath;
import dev.zt.UnknownCause;
import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.Behavior;
import dev.zt.policy.value.Absent;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  /** What the store goes on with; null for nothing. */
  private final @Nullable Snapshot before;

  /** What a snapshot says of behaviors that nobody asked for yet. */
  private final Map<String, Saved> saved = new HashMap<>();

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
    this(startsEmpty, limits, null);
  }

  /**
   * A store that goes on with what another one saved.
   *
   * @param startsEmpty whether nothing of which the snapshot does not tell happened before
   */
  public BehaviorStore(Limits limits, boolean startsEmpty, Snapshot snapshot) {
    this(startsEmpty, limits, snapshot);
    this.saved.putAll(snapshot.behaviors());
  }

  private BehaviorStore(boolean startsEmpty, Limits limits, @Nullable Snapshot before) {
    this.limits = limits;
    this.startsEmpty = startsEmpty;
    this.before = before;
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

  private long secret() {
    return before == null ? Fresh.SECRET : before.secret();
  }

  /** What nobody knows, drawn when it is first needed. */
  private static final class Fresh {
    static final long SECRET = new SecureRandom().nextLong();
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
    Recipe recipe = new Recipe(behavior, behaviors++, limits, secret());
    Saved before = saved.remove(behavior.text());
    Gap gap = new Gap(LongMath.saturatedAdd(now, behavior.over()), Gap.Kind.BEGINNING);
    for (Shard shard : shards) {
      Shelf shelf = new Shelf(recipe);
      if (before != null) {
        before.spoil(shelf);
      } else if (!startsEmpty) {
        shelf.spoil(gap);
      }
      shard.lock.lock();
      try {
        shard.add(shelf);
      } finally {
        shard.lock.unlock();
      }
    }
    if (before != null) {
      before.entries(recipe).forEach((key, tally) -> put(recipe, key, tally, now));
    }
    return recipe;
  }

  private void put(Recipe recipe, Object key, Tally tally, long now) {
    int hash = hash(key);
    Shard shard = shards[shardOf(hash)];
    shard.lock.lock();
    try {
      shard.put(recipe.number(), key, hash, tally, now);
    } finally {
      shard.lock.unlock();
    }
  }

  /** What a store has come to that is sealed, so that nothing else will ever count. */
  public synchronized Snapshot snapshot() {
    Map<String, Saved> all = new HashMap<>(saved);
    recipes.forEach((text, recipe) -> all.put(text, Saved.of(shelves(recipe))));
    return new Snapshot(secret(), all);
  }

  /** Ends everything: nothing more is added, and what policies ask for from now on is unknown. */
  public void seal() {
    for (Shard shard : shards) {
      shard.lock.lock();
      try {
        shard.seal();
      } finally {
        shard.lock.unlock();
      }
    }
  }

  private List<Shelf> shelves(Recipe recipe) {
    return Arrays.stream(shards)
        .map(shard -> shard.shelf(recipe.number()))
        .flatMap(Stream::ofNullable)
        .toList();
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

  /** The hash of a key, of which every bit tells keys apart. */
  static int hash(Object key) {
    int hash = key.hashCode() * 0x9E3779B9;
    hash = (hash ^ (hash >>> 15)) * 0x85EBCA6B;
    return hash ^ (hash >>> 13);
  }

  /** The number of the shard in which a key with that hash is, by bits that no table looks at. */
  int shardOf(int hash) {
    return (hash >>> 24) & (shards.length - 1);
  }

  Shard shard(int number) {
    return shards[number];
  }
}
