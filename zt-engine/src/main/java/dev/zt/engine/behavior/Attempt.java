package dev.zt.engine.behavior;

import dev.zt.UnknownCause;
import dev.zt.engine.facts.Memory;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Value;
import java.util.Arrays;
import java.util.List;
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

  private static final int[] NONE = {};

  /** In place of the number of a shard that could not be looked into. */
  private static final int NOWHERE = -1;

  /** The attempt of a thread that holds locks while it decides. */
  private static final ThreadLocal<@Nullable Attempt> HOLDER = new ThreadLocal<>();

  private final BehaviorView view;
  private final BehaviorStore store;

  /** What was looked at, the latest first. */
  private @Nullable Look looks;

  /** The shards that additions which failed were about, in order. */
  private int[] touched = NONE;

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
    /** It was added, and what may have been read is still what it was. */
    UNCHANGED,
    /** It was added, and something that may have been read is no longer what it was. */
    CHANGED
  }

  /**
   * What was looked at, and what was there.
   *
   * @param shard the number of the shard, or {@link #NOWHERE}
   * @param version that of the shard
   */
  private record Look(
      Recipe recipe,
      Object key,
      List<Value> present,
      int shard,
      long version,
      Recollection answer,
      @Nullable Look earlier) {}

  @Override
  public Recollection recall(String behavior, List<Value> key, List<Value> present, long now) {
    return recall(behavior, JointKey.of(key), present, now);
  }

  @Override
  public Recollection recall(String behavior, Value key, long now) {
    return recall(behavior, key, List.of(), now);
  }

  private Recollection recall(String behavior, Object key, List<Value> present, long now) {
    Recipe recipe = view.recipe(behavior);
    if (recipe == null) {
      return BehaviorStore.NOT_REMEMBERED;
    }
    for (Look look = looks; look != null; look = look.earlier) {
      if (look.recipe == recipe && look.key.equals(key) && look.present.equals(present)) {
        return look.answer;
      }
    }
    looks = look(recipe, key, present, now);
    return looks.answer;
  }

  private Look look(Recipe recipe, Object key, List<Value> present, long now) {
    int hash = BehaviorStore.hash(key);
    int number = store.shardOf(hash);
    Shard shard = store.shard(number);
    if (blind || !acquire(shard)) {
      return new Look(recipe, key, present, NOWHERE, 0, BUSY, looks);
    }
    try {
      if (shard.isSealed()) {
        return new Look(recipe, key, present, NOWHERE, 0, BUSY, looks);
      }
      torn |= isOutdated(number);
      Recollection answer = shard.recall(recipe.number(), key, hash, present, now);
      return new Look(recipe, key, present, number, shard.version(), answer, looks);
    } finally {
      shard.lock.unlock();
    }
  }

  /** A thread that holds locks never waits for another one. */
  private static boolean acquire(Shard shard) {
    if (shard.lock.tryLock()) {
      return true;
    }
    if (HOLDER.get() != null) {
      return false;
    }
    shard.lock.lock();
    return true;
  }

  /** Forgets what was looked at. */
  public void again() {
    looks = null;
    torn = false;
  }

  /** From now on everything is unknown. */
  public void blind() {
    again();
    blind = true;
  }

  /** Whether adding would change something that may have been read, looked at or not. */
  public boolean wouldChange(List<Contribution> contributions, long now) {
    for (Contribution each : contributions) {
      if (each.mayBeRead()) {
        int hash = BehaviorStore.hash(each.key());
        Shard shard = store.shard(store.shardOf(hash));
        if (!acquire(shard)) {
          return true;
        }
        try {
          if (shard.wouldChangeBy(each, hash, now)) {
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
  public Result add(List<Contribution> contributions, long now) {
    if (contributions.size() == 1) {
      Contribution only = contributions.get(0);
      int hash = BehaviorStore.hash(only.key());
      int number = store.shardOf(hash);
      if (looks == null || (looks.earlier == null && looks.shard == number)) {
        return add(only, hash, number, now);
      }
    } else if (contributions.isEmpty() && (looks == null || looks.earlier == null)) {
      return Result.UNCHANGED;
    }
    return add(contributions, numbers(contributions), now);
  }

  /** Adds to the only shard that is to be locked. */
  private Result add(Contribution only, int hash, int number, long now) {
    Shard shard = store.shard(number);
    if (!acquire(shard)) {
      return conflict(new int[] {number});
    }
    try {
      if (shard.isSealed() || isOutdated(number)) {
        return conflict(new int[] {number});
      }
      return shard.record(only, hash, now) ? Result.CHANGED : Result.UNCHANGED;
    } finally {
      shard.lock.unlock();
    }
  }

  private Result add(List<Contribution> contributions, int[] numbers, long now) {
    int held = 0;
    try {
      while (held < numbers.length && acquire(store.shard(numbers[held]))) {
        held++;
      }
      if (held < numbers.length || torn || isOutdated(numbers)) {
        return conflict(numbers);
      }
      boolean changes = false;
      for (Contribution each : contributions) {
        int hash = BehaviorStore.hash(each.key());
        changes |= store.shard(store.shardOf(hash)).record(each, hash, now);
      }
      return changes ? Result.CHANGED : Result.UNCHANGED;
    } finally {
      for (int i = 0; i < held; i++) {
        store.shard(numbers[i]).lock.unlock();
      }
    }
  }

  /** The shards that were looked at or are to be added to, each once and in order. */
  private int[] numbers(List<Contribution> contributions) {
    int[] numbers = touched;
    for (Look look = looks; look != null; look = look.earlier) {
      numbers = look.shard == NOWHERE ? numbers : with(look.shard, numbers);
    }
    for (Contribution each : contributions) {
      numbers = with(store.shardOf(BehaviorStore.hash(each.key())), numbers);
    }
    return numbers;
  }

  private static int[] with(int number, int[] numbers) {
    int at = Arrays.binarySearch(numbers, number);
    if (at >= 0) {
      return numbers;
    }
    int[] more = Arrays.copyOf(numbers, numbers.length + 1);
    System.arraycopy(numbers, -at - 1, more, -at, numbers.length + at + 1);
    more[-at - 1] = number;
    return more;
  }

  private Result conflict(int[] numbers) {
    for (int number : numbers) {
      touched = with(number, touched);
    }
    return Result.CONFLICT;
  }

  private boolean isOutdated(int[] numbers) {
    for (int number : numbers) {
      if (store.shard(number).isSealed() || isOutdated(number)) {
        return true;
      }
    }
    return false;
  }

  /** Whether something was added to a shard since it was looked at; its lock is held. */
  private boolean isOutdated(int number) {
    long version = store.shard(number).version();
    for (Look look = looks; look != null; look = look.earlier) {
      if (look.shard == number && look.version != version) {
        return true;
      }
    }
    return false;
  }

  /**
   * Does something while nobody else can add to anything that an earlier try was about. What comes
   * back to the store meanwhile does not wait for anyone: it finds unknown what is in use.
   */
  public <T> T alone(Supplier<T> deed) {
    if (HOLDER.get() != null) {
      return deed.get();
    }
    int[] numbers = touched;
    for (int number : numbers) {
      store.shard(number).lock.lock();
    }
    HOLDER.set(this);
    try {
      return deed.get();
    } finally {
      HOLDER.remove();
      for (int number : numbers) {
        store.shard(number).lock.unlock();
      }
    }
  }
}
