package dev.zt;

import org.jspecify.annotations.Nullable;

/** Something immutable that keeps what an engine read of it last. */
abstract sealed class Bindable permits Request, Attributed {
  /**
   * Not volatile: what is bound is immutable, so a thread sees it whole or not at all. Racing
   * threads may read twice and agree on either result.
   */
  private @Nullable Bound bound;

  /** For engines: what was kept of this under that layout, if nothing was kept since; else null. */
  public final @Nullable Bound bound(Object layout) {
    Bound known = bound;
    return known != null && known.isUnder(layout) ? known : null;
  }

  /**
   * For engines: keeps what was read of this, and answers it. It must follow from this and its
   * layout alone: two threads may both keep something, and either goes on with its own.
   */
  public final <B extends Bound> B keep(B read) {
    bound = read;
    return read;
  }
}
