package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import org.jspecify.annotations.Nullable;

/** What one request knows of the signals. Several observations of one are one place. */
final class SignalFacts {
  private final SignalShape[] shapes;
  private final @Nullable Observation[] observations;

  /**
   * @param shapes the declared signals by number, not to be written to
   */
  SignalFacts(SignalShape[] shapes) {
    this.shapes = shapes;
    this.observations = new @Nullable Observation[shapes.length];
  }

  void add(BoundSignal signal) {
    int number = signal.number();
    Observation place = observations[number];
    if (place == null) {
      observations[number] = signal;
    } else if (place != signal) {
      observations[number] = SeveralObservations.of(place, signal, shapes[number]);
    }
  }

  /** By number of signal; null for one that is not given. */
  @Nullable Observation of(int signal) {
    return observations[signal];
  }

  boolean observed(int signal) {
    Observation observation = observations[signal];
    return observation != null && !observation.failed();
  }

  Reading read(int signal, int slot) {
    return Shape.orMissing(given(signal, slot));
  }

  @Nullable Reading given(int signal, int slot) {
    Observation observation = observations[signal];
    return observation == null ? null : observation.reading(slot);
  }
}
