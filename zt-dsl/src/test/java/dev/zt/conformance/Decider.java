package dev.zt.conformance;

import dev.zt.Decision;
import dev.zt.engine.Engine;
import dev.zt.engine.Evaluator;
import dev.zt.policy.PolicySet;
import java.time.Instant;
import java.time.InstantSource;

/** Something that decides; the engine, or one with a fault that a property must find. */
@FunctionalInterface
interface Decider {
  /** What the laws are asked of: {@code -Dzt.evaluator}, the compiled evaluator if not given. */
  Evaluator EVALUATOR = Evaluator.valueOf(System.getProperty("zt.evaluator", "COMPILED"));

  /** The engine itself; one that remembers nothing serves all questions to its policies. */
  Decider ENGINE = new KeptEngine(EVALUATOR, Engine::check);

  /** The engine's own account of itself, which the reference always gives. */
  Decider EXPLAINED =
      new KeptEngine(Evaluator.REFERENCE, (engine, request) -> engine.explain(request).decision());

  Decision decide(PolicySet policies, World world, Instant now);

  /** The specification. */
  Decider REFERENCE = new KeptEngine(Evaluator.REFERENCE, Engine::check);

  /** An engine that explains: that is always done by the reference, so nothing else is made. */
  static Engine explainer(PolicySet policies, Instant now) {
    return engine(policies, () -> now, Evaluator.REFERENCE);
  }

  static Engine engine(PolicySet policies, Instant now) {
    return engine(policies, () -> now, EVALUATOR);
  }

  static Engine engine(PolicySet policies, InstantSource clock, Evaluator evaluator) {
    return Engine.builder(policies)
        .clock(clock)
        .enforces("read_only", "mask", "watermark")
        .evaluator(evaluator)
        .build();
  }
}
