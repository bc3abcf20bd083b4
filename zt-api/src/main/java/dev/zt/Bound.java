package dev.zt;

import java.util.Objects;

/**
 * For engines: what was read of a request, an entity or a signal under one layout, kept by what it
 * was read of.
 *
 * <p>It is handed from thread to thread without synchronization, so it must be immutable, all its
 * fields final.
 */
public abstract class Bound {
  private final Object layout;

  /** What is read under that layout. */
  protected Bound(Object layout) {
    this.layout = Objects.requireNonNull(layout, "layout");
  }

  /** The layout. */
  protected final Object boundTo() {
    return layout;
  }

  final boolean isUnder(Object other) {
    return layout == other;
  }
}
