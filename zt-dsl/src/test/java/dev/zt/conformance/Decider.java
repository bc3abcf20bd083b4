package dev.zt.conformance;

import dev.zt.Decision;
import dev.zt.engine.Engine;
import dev.zt.policy.PolicySet;
import java.time.Instant;

/** Something that decides; the engine, or one with a fault that a property must find. */
@FunctionalInterface
interface Decider {
  /** The engine itself. */
  Decider ENGINE = (policies, world, now) -> engine(policies, now).check(world.request());

  /** The engine's own account of itself. */
  Decider EXPLAINED =
      (policies, world, now) -> engine(policies, now).explain(world.request()).decision();

  Decision decide(PolicySet policies, World world, Instant now);

  static Engine engine(PolicySet policies, Instant now) {
    return Engine.builder(policies)
        .clock(() -> now)
        .enforces("read_only", "mask", "watermark")
        .build();
  }
}
