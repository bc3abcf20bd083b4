package dev.zt.conformance;

import dev.zt.Decision;
import dev.zt.engine.Engine;
import dev.zt.engine.Evaluator;
import dev.zt.policy.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.sessions.JqwikSession;

/**
 * Decides a number of requests by an engine, by the same one reloaded and by another one; and says
 * whether an engine that insists on generated code can be had.
 */
final class LoadedTwice {
  private LoadedTwice() {}

  public static void main(String[] arguments) {
    JqwikSession.run(LoadedTwice::run);
  }

  private static void run() {
    Random random = new Random(5);
    List<Policies.Labelled> rules = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String prefix = "f" + i;
      Families.any().generator(1_000).next(random).value().stream()
          .map(rule -> new Policies.Labelled(prefix + rule.label(), rule.text(), rule.shadow()))
          .forEach(rules::add);
    }
    PolicySet policies = Compiled.of(rules);
    try (Engine engine = Decider.engine(policies, () -> Laws.NOW, Evaluator.AUTO)) {
      decide(engine, random);
      engine.reload(policies);
      decide(engine, random);
    }
    try (Engine engine = Decider.engine(policies, () -> Laws.NOW, Evaluator.AUTO)) {
      decide(engine, random);
    }
    System.out.println(isCompiled(policies) ? "compiled" : "not compiled");
  }

  private static void decide(Engine engine, Random random) {
    for (int i = 0; i < 200; i++) {
      World world = Worlds.any().generator(1_000).next(random).value();
      Decision decision = engine.check(world.request());
      System.out.println(decision.outcome() + " " + decision.reasons() + decision.unknowns());
    }
  }

  private static boolean isCompiled(PolicySet policies) {
    try {
      Decider.engine(policies, () -> Laws.NOW, Evaluator.COMPILED).close();
      return true;
    } catch (UnsupportedOperationException refused) {
      return false;
    }
  }
}
