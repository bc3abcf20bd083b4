package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import org.jspecify.annotations.Nullable;

/** What is known of one signal, from one observation or from several. Immutable. */
interface Observation {
  /** By slot; not to be written to. */
  @Nullable Reading[] slots();

  /** What is in a slot. */
  @Nullable Reading reading(int slot);

  /** The answers to what policies ask of it. */
  long[] answers();

  /** Whether a source failed, so that nothing was observed. */
  boolean failed();
}
