package dev.zt;

import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Something immutable that keeps what was read of it under the layout that was asked for last. */
abstract sealed class Bindable permits Request, Entity, Signal {
  /**
   * Not volatile: what is bound is immutable, so a thread sees it whole or not at all. Racing
   * threads may read twice and agree on either result.
   */
  private @Nullable Bound bound;

  final <L, S extends Bindable, B extends Bound> B bound(
      L layout, S self, BiFunction<? super L, ? super S, ? extends B> reader) {
    Bound known = bound;
    if (known == null || !known.isUnder(layout)) {
      known = Objects.requireNonNull(reader, "reader").apply(layout, self);
      bound = known;
    }
    @SuppressWarnings("unchecked") // one layout is always read by one reader
    B same = (B) known;
    return same;
  }
}
