package dev.zt.engine.facts;

import dev.zt.Bound;
import dev.zt.Signal;
import dev.zt.UnknownCause;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Reading;
import org.jspecify.annotations.Nullable;

/**
 * An observation of a declared signal, read under a layout. What policies ask is answered at once;
 * the slots of a record are filled when somebody asks for them.
 */
final class BoundSignal extends Bound implements Observation {
  private final SignalShape shape;
  private final boolean failed;
  private final long[] answers;

  /** The record that is still to be read into slots, and what was kept of it. */
  private final @Nullable Record source;

  private final @Nullable Reading @Nullable [] kept;
  private volatile @Nullable Reading @Nullable [] slots;

  /**
   * Reads an observation.
   *
   * @param counted whether what its record gives and goes nowhere was counted before
   */
  BoundSignal(Layout layout, SignalShape shape, Signal signal, boolean counted) {
    super(layout);
    this.shape = shape;
    String failure = signal.failure();
    this.failed = failure != null;
    Record record = recordOf(signal);
    if (record != null) {
      long[] words = new long[shape.inquiry().size()];
      @Nullable Reading[] readings = new @Nullable Reading[shape.records().keptSlots().length];
      if (shape.records().answer(record, counted, words, 0, -1, readings, 0)) {
        source = record;
        kept = readings;
        answers = words;
        return;
      }
    }
    source = null;
    kept = null;
    @Nullable Reading[] read;
    if (failure == null) {
      read = shape.shape().blank();
      shape.shape().fill(read, signal.fields(), signal.record());
    } else {
      read = shape.shape().filledWith(new Absent(UnknownCause.FAILED, Shown.cut(failure)));
    }
    slots = read;
    answers = shape.inquiry().answers(read);
  }

  /** The record of an observation that gives nothing beside it, else null. */
  static @Nullable Record recordOf(Signal signal) {
    return signal.fields().isEmpty() ? signal.record() : null;
  }

  SignalShape shape() {
    return shape;
  }

  /** Which of the declared signals it is. */
  int number() {
    return shape.number();
  }

  @Override
  public boolean failed() {
    return failed;
  }

  @Override
  public @Nullable Reading[] slots() {
    @Nullable Reading[] known = slots;
    if (known == null) {
      known = shape.shape().blank();
      if (source != null) {
        shape.shape().fillCounted(known, source);
      }
      slots = known;
    }
    return known;
  }

  @Override
  public @Nullable Reading reading(int slot) {
    int at = kept == null ? -1 : shape.records().keptAt(slot);
    return kept == null || at < 0 ? slots()[slot] : kept[at];
  }

  @Override
  public long[] answers() {
    return answers;
  }
}
