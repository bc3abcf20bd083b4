package dev.zt.engine.signal;

import dev.zt.EntityRef;
import java.util.Objects;

/**
 * Under what an observation is kept.
 *
 * @param signal the name of the signal
 * @param owner a key of the application's, a {@link String}, or the {@link EntityRef} of a subject
 */
public record SignalKey(String signal, Object owner) {
  public SignalKey {
    Objects.requireNonNull(signal, "signal");
    Objects.requireNonNull(owner, "owner");
  }

  /** {@code device laptop-7}. */
  @Override
  public String toString() {
    return signal + " " + owner;
  }
}
