package dev.zt.conformance;

import dev.zt.Decision;
import dev.zt.Request;
import dev.zt.engine.Engine;
import dev.zt.engine.Evaluator;
import dev.zt.policy.PolicySet;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiFunction;

/**
 * Decides by engines that are kept while the same policies are asked, in turn with a few others: to
 * compile them for each question would take longer than all the questions. Policies that remember
 * get a new one each time, in which nothing has happened.
 */
final class KeptEngine implements Decider {
  private static final int MOST = 4;

  private final Evaluator evaluator;
  private final BiFunction<Engine, Request, Decision> question;
  private final Deque<Kept> engines = new ArrayDeque<>();
  private Instant time = Instant.EPOCH;

  /**
   * A decider.
   *
   * @param question how an engine is asked
   */
  KeptEngine(Evaluator evaluator, BiFunction<Engine, Request, Decision> question) {
    this.evaluator = evaluator;
    this.question = question;
  }

  private record Kept(PolicySet policies, Engine engine) {}

  @Override
  public synchronized Decision decide(PolicySet asked, World world, Instant now) {
    if (!asked.behaviors().isEmpty()) {
      return question.apply(Decider.engine(asked, () -> now, evaluator), world.request());
    }
    time = now;
    return question.apply(engine(asked), world.request());
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
