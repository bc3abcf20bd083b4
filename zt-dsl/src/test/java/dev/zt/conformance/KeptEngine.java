package dev.zt.conformance;

import dev.zt.Decision;
import dev.zt.engine.Engine;
import dev.zt.engine.Evaluator;
import dev.zt.policy.PolicySet;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Decides by engines that are kept while the same policies are asked, in turn with a few others: to
 * compile them for each question would take longer than all the questions. Policies that remember
 * get a new one each time, in which nothing has happened.
 */
final class KeptEngine implements Decider {
  private static final int MOST = 4;

  private final Evaluator evaluator;
  private final Deque<Kept> engines = new ArrayDeque<>();
  private Instant time = Instant.EPOCH;

  KeptEngine(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  private record Kept(PolicySet policies, Engine engine) {}

  @Override
  public synchronized Decision decide(PolicySet asked, World world, Instant now) {
    if (!asked.behaviors().isEmpty()) {
      return Decider.engine(asked, () -> now, evaluator).check(world.request());
    }
    time = now;
    return engine(asked).check(world.request());
  }

  private Engine engine(PolicySet asked) {
    for (Kept each : engines) {
      if (each.policies == asked) {
        return each.engine;
      }
    }
    if (engines.size() == MOST) {
      engines.removeLast().engine.close();
    }
    Engine engine = Decider.engine(asked, () -> time, evaluator);
    engines.addFirst(new Kept(asked, engine));
    return engine;
  }
}
