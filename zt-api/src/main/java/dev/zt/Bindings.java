package dev.zt;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was read from an immutable thing under the layout that was asked for last. Racing threads
 * may read twice and agree on either result.
 */
final class Bindings {
  private volatile @Nullable Entry last;

  <L, S, B> B get(L layout, S source, BiFunction<? super L, ? super S, ? extends B> reader) {
    Entry entry = last;
    if (entry == null || entry.layout != layout) {
      entry = new Entry(layout, reader.apply(layout, source));
      last = entry;
    }
    @SuppressWarnings("unchecked") // one layout is always read by one reader
    B bound = (B) entry.bound;
    return bound;
  }

  private record Entry(Object layout, Object bound) {}
}
