package dev.zt.engine.facts;

import dev.zt.Bound;
import dev.zt.Signal;
import dev.zt.UnknownCause;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Reading;
import org.jspecify.annotations.Nullable;

/**
 * An observation of a declared signal, read under a layout. Its slots are never written to again.
 */
final class BoundSignal extends Bound {
  private final int number;
  private final boolean failed;
  private final @Nullable Reading[] slots;
  private final long[] answers;

  BoundSignal(Layout layout, int number, Shape shape, Inquiry inquiry, Signal signal) {
    super(layout);
    this.number = number;
    String failure = signal.failure();
    this.failed = failure != null;
    if (failure == null) {
      slots = shape.blank();
      shape.fill(slots, signal.fields(), signal.record());
    } else {
      slots = shape.filledWith(new Absent(UnknownCause.FAILED, Shown.cut(failure)));
    }
    answers = inquiry.answers(slots);
  }

  /** Which of the declared signals it is. */
  int number() {
    return number;
  }

  /** Whether its source failed, so that nothing was observed. */
  boolean failed() {
    return failed;
  }

  @Nullable Reading[] slots() {
    return slots;
  }

  /** The answers to what policies ask of it. */
  long[] answers() {
    return answers;
  }
}
