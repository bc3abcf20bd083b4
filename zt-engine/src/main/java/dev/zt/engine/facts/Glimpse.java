package dev.zt.engine.facts;

import dev.zt.Bound;

/**
 * Stands for an entity or a signal that was seen in one request: its record was answered for there,
 * and what of it goes nowhere was counted. Who is seen again is read to be kept.
 */
final class Glimpse extends Bound {
  Glimpse(Layout layout) {
    super(layout);
  }
}
