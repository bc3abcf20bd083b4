package dev.zt.engine.signal;

import dev.zt.Signal;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of a signal.
 *
 * @param observation null when nothing is known
 * @param until epoch milliseconds before which passing time alone does not change it
 */
record Supply(@Nullable Observation observation, long until) {
  static final Supply NOTHING = new Supply(null, Long.MAX_VALUE);

  static Supply failed(String signal, String detail, long now, long until) {
    return new Supply(new Observation(Signal.failed(signal, detail), Long.MIN_VALUE, now), until);
  }
}
