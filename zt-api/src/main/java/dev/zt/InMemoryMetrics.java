package dev.zt;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counters in memory. Of each counter at most {@value #MOST} different things are told apart; the
 * others are counted together under {@value #OTHERS}, so that no request can fill the memory.
 */
public final class InMemoryMetrics implements Metrics {
  /** How many things one counter tells apart. */
  public static final int MOST = 1_000;

  /** The name under which everything beyond that is counted. */
  public static final String OTHERS = "(others)";

  private final Map<Counter, ConcurrentHashMap<String, LongAdder>> counters =
      new EnumMap<>(Counter.class);
  private final Map<Level, ConcurrentHashMap<String, AtomicLong>> levels =
      new EnumMap<>(Level.class);

  /** Counters that all stand at zero. */
  public InMemoryMetrics() {
    for (Counter counter : Counter.values()) {
      counters.put(counter, new ConcurrentHashMap<>());
    }
    for (Level level : Level.values()) {
      levels.put(level, new ConcurrentHashMap<>());
    }
  }

  @Override
  public void count(Counter counter, String of, long by) {
    ConcurrentHashMap<String, LongAdder> adders = of(counters, counter);
    LongAdder adder = adders.get(of);
    if (adder == null) {
      adder = adders.computeIfAbsent(bounded(adders, of), name -> new LongAdder());
    }
    adder.add(by);
  }

  @Override
  public void level(Level level, String of, long value) {
    ConcurrentHashMap<String, AtomicLong> values = of(levels, level);
    values.computeIfAbsent(bounded(values, of), name -> new AtomicLong()).set(value);
  }

  /** How far a counter has come for one thing; 0 for one that never occurred. */
  public long count(Counter counter, String of) {
    LongAdder adder = of(counters, counter).get(of);
    return adder == null ? 0 : adder.sum();
  }

  /** How far a counter has come, by thing, sorted by name. */
  public SortedMap<String, Long> counts(Counter counter) {
    SortedMap<String, Long> sums = new TreeMap<>();
    of(counters, counter).forEach((name, adder) -> sums.put(name, adder.sum()));
    return sums;
  }

  /** How far a counter has come in all. */
  public long total(Counter counter) {
    return of(counters, counter).values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** How high something stood when it was last said; 0 when it never was. */
  public long level(Level level, String of) {
    AtomicLong value = of(levels, level).get(of);
    return value == null ? 0 : value.get();
  }

  private static <K, V> V of(Map<K, V> all, K key) {
    V value = all.get(key);
    if (value == null) {
      throw new IllegalArgumentException("no counter " + key);
    }
    return value;
  }

  private static String bounded(ConcurrentHashMap<String, ?> known, String name) {
    return known.size() < MOST || known.containsKey(name) ? name : OTHERS;
  }
}
