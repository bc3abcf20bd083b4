package dev.zt.engine.authzen;

import dev.zt.Decision;

/** What becomes of a question of a batch. */
sealed interface Answer {

  record Decided(Decision decision) implements Answer {}

  /** The question could not be read. */
  record Refused(AuthZenException reason) implements Answer {}
}
