package dev.zt.engine.signal;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A map of at most so many entries. When it is full, the oldest of {@value #SAMPLE} entries goes
 * for each that comes; a walk that never ends takes the samples, so that every entry is looked at.
 *
 * <p>Thread-safe. While several threads add at once it may hold a few more.
 */
final class Bounded<K, V> {
  private static final int SAMPLE = 16;

  private final ConcurrentMap<K, V> entries = new ConcurrentHashMap<>();
  private final LongAdder evicted = new LongAdder();
  private final int most;
  private final ToLongFunction<V> age;
  private final Consumer<V> farewell;
  private final Consumer<K> gone;
  private Iterator<Map.Entry<K, V>> walk = entries.entrySet().iterator();

  /**
   * @param age what is least for the entry that is to go first
   * @param farewell hears of every entry that has to go, before it is gone
   * @param gone hears of it when it is
   */
  Bounded(int most, ToLongFunction<V> age, Consumer<V> farewell, Consumer<K> gone) {
    this.most = most;
    this.age = age;
    this.farewell = farewell;
    this.gone = gone;
  }

  @Nullable V get(K key) {
    return entries.get(key);
  }

  /** Puts what the function makes of the present value; a null removes it. */
  @Nullable V compute(
      K key, BiFunction<? super K, ? super @Nullable V, ? extends @Nullable V> made) {
    V value = entries.compute(key, made);
    if (entries.size() > most) {
      K evicted = evict(key);
      if (evicted != null) {
        gone.accept(evicted);
      }
    }
    return value;
  }

  void remove(K key) {
    entries.remove(key);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  int size() {
    return entries.size();
  }

  /** How many entries had to go. */
  long evicted() {
    return evicted.sum();
  }

  private synchronized @Nullable K evict(K spared) {
    Map.Entry<K, V> oldest = null;
    for (int seen = 0; seen < SAMPLE; seen++) {
      if (!walk.hasNext()) {
        walk = entries.entrySet().iterator();
      }
      if (!walk.hasNext()) {
        break;
      }
      Map.Entry<K, V> entry = walk.next();
      if (!entry.getKey().equals(spared)
          && (oldest == null
              || age.applyAsLong(entry.getValue()) < age.applyAsLong(oldest.getValue()))) {
        oldest = entry;
      }
    }
    if (oldest == null) {
      return null;
    }
    farewell.accept(oldest.getValue());
    if (!entries.remove(oldest.getKey(), oldest.getValue())) {
      return null;
    }
    evicted.increment();
    return oldest.getKey();
  }
}
