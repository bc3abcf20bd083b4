package dev.zt.engine.behavior;

import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
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

  private final List<@Nullable Shelf> shelves = new ArrayList<>();
  private final int mostInAll;
  private final int mostOfEach;
  private final LongAdder evictions;
  private int size;
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
    return size;
  }

  /** The place of a behavior; null once nobody asks for it any more. */
  @Nullable Shelf shelf(int behavior) {
    return shelves.get(behavior);
  }

  /** Makes a place for the next behavior. */
  void add(Shelf shelf) {
    shelves.add(shelf);
  }

  void remove(int behavior) {
    Shelf shelf = shelves.set(behavior, null);
    size -= shelf == null ? 0 : shelf.size();
    version++;
  }

  Recollection recall(int behavior, Object key, List<Value> present, long now) {
    Shelf shelf = shelves.get(behavior);
    return shelf == null ? BehaviorStore.NOT_REMEMBERED : shelf.recall(key, present, now);
  }

  void record(int behavior, Object key, @Nullable List<Value> values, long now) {
    Shelf shelf = shelves.get(behavior);
    if (shelf == null) {
      return;
    }
    version++;
    int before = shelf.size();
    shelf.record(key, values, now);
    size += shelf.size() - before;
    if (shelf.size() > mostOfEach) {
      evict(shelf, now);
    }
    while (size > mostInAll) {
      evict(largest(), now);
    }
  }

  private void evict(Shelf shelf, long now) {
    size--;
    if (shelf.evict(now)) {
      evictions.increment();
    }
  }

  /** Whoever uses up the room makes room: a flood of keys drives out its own first. */
  private Shelf largest() {
    Shelf largest = null;
    for (Shelf each : shelves) {
      largest = each != null && (largest == null || each.size() > largest.size()) ? each : largest;
    }
    return Objects.requireNonNull(largest, "there is something to evict");
  }
}
