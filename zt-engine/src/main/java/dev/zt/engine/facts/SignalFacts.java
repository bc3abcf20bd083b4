package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import org.jspecify.annotations.Nullable;

/** What one request knows of the signals. Several observations of one are one place. */
final class SignalFacts {
  private final Shape[] shapes;
  private final @Nullable Reading[] @Nullable [] slots;
  private final boolean[] failed;

  /** Of a signal that was observed once, the answers to what policies ask of it. */
  private final long[] @Nullable [] answers;

  /**
   * @param shapes the declared signals by number, not to be written to
   */
  SignalFacts(Shape[] shapes) {
    this.shapes = shapes;
    this.slots = new @Nullable Reading[shapes.length] @Nullable [];
    this.failed = new boolean[shapes.length];
    this.answers = new long[shapes.length][];
  }

  void add(BoundSignal signal) {
    int number = signal.number();
    failed[number] |= signal.failed();
    @Nullable Reading[] place = slots[number];
    if (place == null || place == signal.slots()) {
      slots[number] = signal.slots();
      answers[number] = signal.answers();
      return;
    }
    @Nullable Reading[] both = place.clone();
    shapes[number].agree(both, signal.slots());
    slots[number] = both;
    answers[number] = null;
  }

  /** By number of signal and slot; null for one that is not given. */
  @Nullable Reading[] @Nullable [] slots() {
    return slots;
  }

  boolean observed(int signal) {
    return slots[signal] != null && !failed[signal];
  }

  Reading read(int signal, int slot) {
    return Shape.orMissing(given(signal, slot));
  }

  @Nullable Reading given(int signal, int slot) {
    @Nullable Reading[] observation = slots[signal];
    return observation == null ? null : observation[slot];
  }

  /** The answers to what policies ask of a signal; null where all are unknown. */
  long @Nullable [] answers(int signal, Inquiry inquiry, long @Nullable [] unobserved) {
    @Nullable Reading[] observation = slots[signal];
    if (observation == null) {
      return unobserved;
    }
    long[] known = answers[signal];
    return known == null ? inquiry.answers(observation) : known;
  }
}
