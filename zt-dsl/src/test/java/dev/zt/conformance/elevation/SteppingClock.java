package dev.zt.conformance.elevation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes where a test puts it, back as well. */
final class SteppingClock implements InstantSource {
  private Instant now;

  SteppingClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  void step(Duration by) {
    now = now.plus(by);
  }
}
