package dev.zt.engine.behavior;

import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A part of the keys of all behaviors, with a lock of its own and a version that each addition
 * raises. A key is in one shard whatever the behavior.
 */
final class Shard {
  /** For everything here, and for {@link #version()}. */
  final ReentrantLock lock = new ReentrantLock();

  /** By number of behavior. */
  private @Nullable Shelf[] shelves = new @Nullable Shelf[0];

  private final int mostInAll;
  private final int mostOfEach;
  private final LongAdder evictions;
  private int weight;
  private boolean sealed;
  private long version;

  Shard(int mostInAll, int mostOfEach, LongAdder evictions) {
    this.mostInAll = mostInAll;
    this.mostOfEach = mostOfEach;
    this.evictions = evictions;
  }

  long version() {
    return version;
  }

  int size() {
    int size = 0;
    for (Shelf shelf : shelves) {
      size += shelf == null ? 0 : shelf.size();
    }
    return size;
  }

  /** The place of a behavior; null once nobody asks for it any more. */
  @Nullable Shelf shelf(int behavior) {
    return shelves[behavior];
  }

  /** Makes a place for the next behavior. */
  void add(Shelf shelf) {
    shelves = Arrays.copyOf(shelves, shelves.length + 1);
    shelves[shelves.length - 1] = shelf;
  }

  /** Puts back what was here before. */
  void put(int behavior, Object key, int hash, Tally tally, long now) {
    Shelf shelf = shelves[behavior];
    if (shelf != null) {
      shelf.put(key, hash, tally);
      weight += tally.weight();
      makeRoom(shelf, now);
    }
  }

  /** Whether nothing more is added, and nothing is told. */
  boolean isSealed() {
    return sealed;
  }

  void seal() {
    sealed = true;
  }

  void remove(int behavior) {
    Shelf shelf = shelves[behavior];
    shelves[behavior] = null;
    weight -= shelf == null ? 0 : shelf.weight();
    version++;
  }

  Recollection recall(int behavior, Object key, int hash, List<Value> present, long now) {
    Shelf shelf = shelves[behavior];
    return shelf == null ? BehaviorStore.NOT_REMEMBERED : shelf.recall(key, hash, present, now);
  }

  boolean wouldChangeBy(Contribution each, int hash, long now) {
    Shelf shelf = shelves[each.to().number()];
    return shelf != null && shelf.wouldChangeBy(each.key(), hash, each.values(), now);
  }

  /**
   * Adds something that happened.
   *
   * @return whether that changes what somebody who may read it is told
   */
  boolean record(Contribution each, int hash, long now) {
    Shelf shelf = shelves[each.to().number()];
    if (shelf == null) {
      return false;
    }
    version++;
    int before = shelf.weight();
    boolean changes = shelf.record(each.key(), hash, each.values(), each.mayBeRead(), now);
    int more = shelf.weight() - before;
    if (more != 0) {
      weight += more;
      makeRoom(shelf, now);
    }
    return changes;
  }

  private void makeRoom(Shelf shelf, long now) {
    while (shelf.weight() > mostOfEach) {
      evict(shelf, now);
    }
    while (weight > mostInAll) {
      evict(largest(), now);
    }
  }

  private void evict(Shelf shelf, long now) {
    int before = shelf.weight();
    if (shelf.evict(now)) {
      evictions.increment();
    }
    weight += shelf.weight() - before;
  }

  /** Whoever uses up the room makes room: a flood of keys drives out its own first. */
  private Shelf largest() {
    Shelf largest = null;
    for (Shelf each : shelves) {
      largest =
          each != null && (largest == null || each.weight() > largest.weight()) ? each : largest;
    }
    return Objects.requireNonNull(largest, "there is something to evict");
  }
}
