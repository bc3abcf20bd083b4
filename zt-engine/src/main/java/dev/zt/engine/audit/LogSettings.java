package dev.zt.engine.audit;

import dev.zt.Metrics;
import java.time.Duration;
import java.time.InstantSource;

/** How a log is kept. */
record LogSettings(
    AuditLayout layout,
    Durability durability,
    String application,
    int capacity,
    long rotateAt,
    Duration acknowledgeWithin,
    Metrics metrics,
    InstantSource clock) {
  boolean isSynced() {
    return durability == Durability.SYNCED;
  }
}
