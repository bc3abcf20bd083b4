package dev.zt.test.mutation;

import dev.zt.Decision;
import dev.zt.Outcome;
import dev.zt.dsl.suite.Situation;
import dev.zt.engine.Inspection;
import dev.zt.engine.Inspector;
import dev.zt.engine.facts.Binding;
import dev.zt.engine.facts.Intake;
import dev.zt.engine.facts.Layout;
import dev.zt.engine.reference.Rehearsal;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Schema;
import dev.zt.test.Memories;
import dev.zt.test.Requests;
import dev.zt.test.search.Ground;
import dev.zt.test.search.KnownSteps;
import dev.zt.test.search.Setting;
import java.time.Instant;
import java.util.Optional;

/** Asks settings under a policy set, and under others that differ in little. Thread-safe. */
final class Bench implements Ground {
  private final PolicySet policies;
  private final Layout layout;
  private final Requests requests;
  private final Inspector inspector;
  private final Memories memories;
  private final KnownSteps steps = new KnownSteps();

  Bench(PolicySet policies) {
    this.policies = policies;
    this.layout = Layout.of(policies.schema(), new Intake());
    this.requests = new Requests(policies.schema());
    this.inspector = Inspector.of(policies);
    this.memories = new Memories(policies);
  }

  @Override
  public PolicySet policies() {
    return policies;
  }

  /** The setting, rule by rule; nothing when it names what is not declared. */
  Optional<Rehearsal> rehearse(Setting setting) {
    Situation asked = setting.asked();
    return layout.bind(requests.of(asked), memories.surroundings(setting.before()))
            instanceof Binding.Bound bound
        ? Optional.of(new Rehearsal(policies, bound.facts(), now(asked).toEpochMilli()))
        : Optional.empty();
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
    return rehearse(setting).map(each -> each.decide().outcome()).orElse(Outcome.DENY);
  }

  private static Instant now(Situation situation) {
    Instant now = situation.now();
    return now == null ? Instant.EPOCH : now;
  }

  /** The decision of a mutant. */
  static Decision decide(Rehearsal rehearsal, Mutant mutant) {
    Variant variant = mutant.variant();
    Schema schema = variant.schema();
    return schema == null
        ? rehearsal.decide(variant.rules(), variant.elevations())
        : rehearsal.decide(schema);
  }
}
