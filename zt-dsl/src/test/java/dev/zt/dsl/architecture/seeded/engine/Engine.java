package dev.zt.dsl.architecture.seeded.engine;

import java.time.Instant;

/** Reads the system's clock, in a package that is not null-marked. */
public final class Engine {
  /** The instant of a decision. */
  public Instant decided() {
    return Instant.now();
  }
}
