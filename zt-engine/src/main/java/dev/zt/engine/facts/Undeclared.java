package dev.zt.engine.facts;

import dev.zt.Bound;

/** An entity or a signal that no policy declares. */
final class Undeclared extends Bound {
  Undeclared(Layout layout) {
    super(layout);
  }
}
