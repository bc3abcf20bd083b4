package dev.zt.engine.compile;

import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was made for keys of 64 bits, remembered: the same ones are asked for again and again. It
 * grows with what it is asked for, up to a bound, beyond which something is forgotten. Thread-safe:
 * two threads may make the same thing at once, and then either is remembered.
 */
final class Memo<T> {
  private static final int SMALLEST = 8;
  private static final int LARGEST = 4096;

  /** How far from its place something may stand. */
  private static final int REACH = 4;

  /** The fractional part of the golden ratio, which spreads neighbouring keys. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final LongFunction<T> maker;
  private volatile @Nullable Entry<T>[] entries = table(SMALLEST);

  /**
   * A memo.
   *
   * @param maker makes what is not remembered
   */
  Memo(LongFunction<T> maker) {
    this.maker = maker;
  }

  private record Entry<T>(long key, T made) {}

  /** What belongs to a key. */
  T get(long key) {
    @Nullable Entry<T>[] table = entries;
    int place = place(key, table.length);
    for (int at = 0; at < REACH; at++) {
      Entry<T> entry = table[(place + at) & (table.length - 1)];
      if (entry != null && entry.key == key) {
        return entry.made;
      }
    }
    return made(key);
  }

  private synchronized T made(long key) {
    Entry<T> entry = new Entry<>(key, maker.apply(key));
    @Nullable Entry<T>[] table = entries;
    while (!put(entry, table)) {
      if (table.length == LARGEST) {
        table[place(key, LARGEST)] = entry;
        return entry.made;
      }
      table = twiceAsLarge(table);
    }
    // A volatile write, also where the table is the same: what it holds is to be seen by all.
    entries = table;
    return entry.made;
  }

  private static <T> @Nullable Entry<T>[] twiceAsLarge(@Nullable Entry<T>[] table) {
    @Nullable Entry<T>[] larger = table(2 * table.length);
    for (Entry<T> entry : table) {
      if (entry != null) {
        put(entry, larger);
      }
    }
    return larger;
  }

  private static <T> boolean put(Entry<T> entry, @Nullable Entry<T>[] table) {
    int place = place(entry.key, table.length);
    for (int at = 0; at < REACH; at++) {
      int here = (place + at) & (table.length - 1);
      if (table[here] == null) {
        table[here] = entry;
        return true;
      }
    }
    return false;
  }

  private static int place(long key, int length) {
    return (int) ((key * SPREAD) >>> (Long.numberOfLeadingZeros(length) + 1));
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // no array of a generic type can be made
  private static <T> @Nullable Entry<T>[] table(int length) {
    return new Entry[length];
  }
}
