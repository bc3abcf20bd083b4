package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import org.jspecify.annotations.Nullable;

/** Several observations of one signal: where they differ nobody knows. */
@SuppressWarnings("ArrayRecordComponent") // two of them are never compared
record SeveralObservations(@Nullable Reading[] slots, boolean failed, SignalShape shape)
    implements Observation {
  /** What two say together. */
  static Observation of(Observation one, BoundSignal other, SignalShape shape) {
    @Nullable Reading[] both = one.slots().clone();
    shape.shape().agree(both, other.slots());
    return new SeveralObservations(both, one.failed() || other.failed(), shape);
  }

  @Override
  public @Nullable Reading reading(int slot) {
    return slots[slot];
  }

  @Override
  public long[] answers() {
    return shape.inquiry().answers(slots);
  }
}
