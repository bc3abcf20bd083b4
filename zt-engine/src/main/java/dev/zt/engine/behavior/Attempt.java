package dev.zt.engine.behavior;

import dev.zt.UnknownCause;
import dev.zt.engine.facts.Memory;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A look at a store, followed by an addition to it as one step: the addition succeeds only if
 * nothing that was looked at was added to in between.
 *
 * <p>What was asked once is answered alike until {@link #again}. No lock is held while a decision
 * is made, so that code of the application that it calls may come back; only an attempt that failed
 * too often decides under its locks. For one thread.
 */
public final class Attempt implements Memory {
  private static final Recollection BUSY =
      Recollection.of(new Absent(UnknownCause.FAILED, "too much happens at once"), Long.MIN_VALUE);

  /** The attempt of a thread that holds locks while it decides. */
  private static final ThreadLocal<@Nullable Attempt> HOLDER = new ThreadLocal<>();

  private final BehaviorView view;
  private final BehaviorStore store;
  private final Map<Question, Recollection> answers = new HashMap<>();

  /** By number the versions of the shards that were looked at. */
  private final TreeMap<Integer, Long> seen = new TreeMap<>();

  /** The shards that the last addition was about. */
  private final TreeSet<Integer> touched = new TreeSet<>();

  private boolean torn;
  private boolean blind;

  Attempt(BehaviorView view) {
    this.view = view;
    this.store = view.store();
  }

  /** What became of an addition. */
  public enum Result {
    /** Nothing was added, since what was looked at has changed. */
    CONFLICT,
    /** It was added, and the mentioned behaviors are still what they were. */
    UNCHANGED,
    /** It was added, and a mentioned behavior is no longer what it was. */
    CHANGED
  }

  private record Place(int behavior, Object key) {}

  private record Question(Place place, List<Value> present) {}

  @Override
  public Recollection recall(String behavior, List<Value> key, List<Value> present, long now) {
    Recipe recipe = view.recipe(behavior);
    if (recipe == null) {
      return BehaviorStore.NOT_REMEMBERED;
    }
    Place place = place(recipe, key);
    Question question = new Question(place, present);
    Recollection known = answers.get(question);
    if (known == null) {
      known = look(place, present, now);
      answers.put(question, known);
    }
    return known;
  }

  private Recollection look(Place place, List<Value> present, long now) {
    int number = store.shardOf(place.key);
    Shard shard = store.shard(number);
    if (blind || !acquire(shard)) {
      return BUSY;
    }
    try {
      if (shard.isSealed()) {
        return BUSY;
      }
      Long before = seen.putIfAbsent(number, shard.version());
      torn |= before != null && before != shard.version();
      return shard.recall(place.behavior, place.key, present, now);
    } finally {
      shard.lock.unlock();
    }
  }

  /** A thread that holds locks never waits for another one. */
  private boolean acquire(Shard shard) {
    if (HOLDER.get() != null) {
      return shard.lock.tryLock();
    }
    shard.lock.lock();
    return true;
  }

  private static Place place(Recipe recipe, List<Value> key) {
    return new Place(recipe.number(), key.size() == 1 ? key.get(0) : List.copyOf(key));
  }

  /** Forgets what was looked at. */
  public void again() {
    answers.clear();
    seen.clear();
    torn = false;
  }

  /** From now on everything is unknown. */
  public void blind() {
    again();
    blind = true;
  }

  /**
   * Whether adding would change what is remembered for one of the mentioned behaviors.
   *
   * @param mentioned the qualified names of the behaviors that a decision may depend on, whether or
   *     not they were looked at
   */
  public boolean wouldChange(List<Contribution> contributions, Set<String> mentioned, long now) {
    for (Contribution each : contributions) {
      Recipe recipe = view.recipe(each.behavior());
      if (recipe != null && mentioned.contains(each.behavior())) {
        Place place = place(recipe, each.key());
        Shard shard = store.shard(store.shardOf(place.key));
        if (!acquire(shard)) {
          return true;
        }
        try {
          Shelf shelf = shard.shelf(place.behavior);
          if (shelf != null && shelf.wouldChangeBy(place.key, each.values(), now)) {
            return true;
          }
        } finally {
          shard.lock.unlock();
        }
      }
    }
    return false;
  }

  /** Adds, all or nothing, if what was looked at is still what it was. */
  public Result add(List<Contribution> contributions, Set<String> mentioned, long now) {
    touched.addAll(seen.keySet());
    contributions.forEach(each -> touched.add(store.shardOf(key(each))));
    Set<ReentrantLock> held = new HashSet<>();
    try {
      for (int number : touched) {
        Shard shard = store.shard(number);
        if (!acquire(shard)) {
          return Result.CONFLICT;
        }
        held.add(shard.lock);
        if (shard.isSealed()) {
          return Result.CONFLICT;
        }
      }
      if (torn || seen.entrySet().stream().anyMatch(this::isOutdated)) {
        return Result.CONFLICT;
      }
      boolean changes = wouldChange(contributions, mentioned, now);
      for (Contribution each : contributions) {
        Recipe recipe = view.recipe(each.behavior());
        if (recipe != null) {
          Object key = key(each);
          store.shard(store.shardOf(key)).record(recipe.number(), key, each.values(), now);
        }
      }
      return changes ? Result.CHANGED : Result.UNCHANGED;
    } finally {
      held.forEach(ReentrantLock::unlock);
    }
  }

  /**
   * Does something while nobody else can add to anything that an earlier try was about. What comes
   * back to the store meanwhile does not wait for anyone: it finds unknown what is in use.
   */
  public <T> T alone(Supplier<T> deed) {
    if (HOLDER.get() != null) {
      return deed.get();
    }
    List<Integer> numbers = List.copyOf(touched);
    numbers.forEach(number -> store.shard(number).lock.lock());
    HOLDER.set(this);
    try {
      return deed.get();
    } finally {
      HOLDER.remove();
      numbers.forEach(number -> store.shard(number).lock.unlock());
    }
  }

  private boolean isOutdated(Map.Entry<Integer, Long> look) {
    return store.shard(look.getKey()).version() != look.getValue();
  }

  private static Object key(Contribution contribution) {
    List<Value> key = contribution.key();
    return key.size() == 1 ? key.get(0) : key;
  }
}
