package dev.zt.test.coverage;

import dev.zt.Decision;
import dev.zt.dsl.suite.Situation;
import dev.zt.engine.Engine;
import dev.zt.engine.Inspection;
import dev.zt.engine.Inspector;
import dev.zt.policy.PolicySet;
import dev.zt.test.Requests;
import java.time.Instant;
import java.util.Optional;

/** Where situations that no test holds are tried out. For one thread. */
final class Stage {
  private final PolicySet policies;
  private final Requests requests;
  private final Inspector inspector;
  private final Engine engine;
  private Instant now = Instant.EPOCH;

  Stage(PolicySet policies) {
    this.policies = policies;
    this.requests = new Requests(policies.schema());
    this.inspector = Inspector.of(policies);
    this.engine = Engine.builder(policies).clock(() -> now).build();
  }

  PolicySet policies() {
    return policies;
  }

  Optional<Inspection> look(Situation situation) {
    return inspector.inspect(requests.of(situation), now(situation));
  }

  Decision decide(Situation situation) {
    now = now(situation);
    return engine.preview(requests.of(situation));
  }

  /** Whether a situation shows of a rule what it should. */
  boolean shows(Situation situation, RuleLogic rule, Goal goal) {
    return isAbout(situation, rule)
        && look(situation).map(rule::truths).filter(goal.conditions()).isPresent()
        && goal.decision().test(decide(situation));
  }

  /** Whether a rule is about what a situation asks. */
  static boolean isAbout(Situation situation, RuleLogic rule) {
    return rule.scope().targets(situation.resource().reference().type(), situation.action());
  }

  private static Instant now(Situation situation) {
    Instant given = situation.now();
    return given == null ? Instant.EPOCH : given;
  }
}
