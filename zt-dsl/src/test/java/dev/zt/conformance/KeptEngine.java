package dev.zt.conformance;

import dev.zt.Decision;
import dev.zt.engine.Engine;
import dev.zt.policy.PolicySet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides by an engine that is kept while the same policies are asked: to compile them for each
 * question would take longer than all the questions. Policies that remember get a new one each
 * time, in which nothing has happened.
 */
final class KeptEngine implements Decider {
  private @Nullable PolicySet policies;
  private @Nullable Engine engine;
  private Instant time = Instant.EPOCH;

  @Override
  public synchronized Decision decide(PolicySet asked, World world, Instant now) {
    if (!asked.behaviors().isEmpty()) {
      return Decider.engine(asked, now).check(world.request());
    }
    Engine kept = engine;
    if (kept == null || policies != asked) {
      kept = Decider.engine(asked, () -> time, EVALUATOR);
      engine = kept;
      policies = asked;
    }
    time = now;
    return kept.check(world.request());
  }
}
