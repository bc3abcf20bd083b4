package dev.zt.test.coverage;

import dev.zt.Decision;
import dev.zt.Outcome;
import dev.zt.dsl.suite.Situation;
import dev.zt.engine.Inspection;
import dev.zt.engine.Inspector;
import dev.zt.policy.PolicySet;
import dev.zt.test.Judge;
import dev.zt.test.Memories;
import dev.zt.test.Requests;
import dev.zt.test.search.Ground;
import dev.zt.test.search.KnownSteps;
import dev.zt.test.search.Setting;
import java.time.Instant;
import java.util.Optional;

/** Where settings that no test holds are tried out. For one thread. */
final class Stage implements Ground {
  private final Judge judge;
  private final Requests requests;
  private final Inspector inspector;
  private final Memories memories;
  private final KnownSteps steps = new KnownSteps();

  Stage(PolicySet policies) {
    this.judge = Judge.of(policies);
    this.requests = new Requests(policies.schema());
    this.inspector = Inspector.of(policies);
    this.memories = new Memories(policies);
  }

  @Override
  public PolicySet policies() {
    return judge.policies();
  }

  @Override
  public KnownSteps steps() {
    return steps;
  }

  @Override
  public Optional<Inspection> look(Setting setting) {
    return inspector.inspect(
        requests.of(setting.asked()), now(setting.asked()), memories.after(setting.before()));
  }

  @Override
  public Outcome outcome(Setting setting) {
    return decide(setting).outcome();
  }

  Decision decide(Setting setting) {
    return judge.decide(setting.asked(), setting.before());
  }

  /** Whether a setting shows of a rule what it should. */
  boolean shows(Setting setting, RuleLogic rule, Goal goal) {
    return isAbout(setting, rule)
        && look(setting).map(rule::truths).filter(goal.conditions()).isPresent()
        && goal.decision().test(decide(setting));
  }

  /** Whether a rule is about what is asked. */
  static boolean isAbout(Setting setting, RuleLogic rule) {
    Situation asked = setting.asked();
    return rule.scope().targets(asked.resource().reference().type(), asked.action());
  }

  private static Instant now(Situation situation) {
    Instant given = situation.now();
    return given == null ? Instant.EPOCH : given;
  }
}
