package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Event;
import dev.zt.Outcome;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.engine.Engine;
import dev.zt.engine.EngineBuilder;
import dev.zt.policy.PolicySet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever an engine loses never raises an outcome: facts of the request, what it remembers, its
 * sources, its grants; over random policies, histories and requests.
 */
class LossProperties {
  private static final String DECLARATIONS =
      """
      event login_failed
      behavior failures  = count of event login_failed by subject over 15m
      behavior reads     = count of any action by subject over 15m
      behavior tried     = count of attempted any action by subject, resource over 15m
      behavior refused   = count of denied any action by subject over 1h
      behavior countries = values(location.country) of any action by subject over 30d
      behavior amount    = sum(context.n) of read by subject over 1h
      behavior largest   = max(resource.size) of any action by subject over 1h
      behavior places    = distinct(location.city) of attempted any action by subject over 1h
      behavior last_dept = last(resource.dept) of attempted any action by subject over 1h
      """;

  private static final List<String> CONDITIONS =
      List.of(
          "failures > 1",
          "failures == 0",
          "reads < 2",
          "reads != 1",
          "tried >= 2",
          "refused < 1",
          "location.country in countries",
          "size(countries) <= 1",
          "amount <= 3",
          "amount + resource.size < 4",
          "largest > 1",
          "largest <= resource.size",
          "places < 2",
          "last_dept == resource.dept",
          "not (last_dept == \"a\")");

  private static final List<String> SIGNALS = List.of("device", "identity");

  /** Rules, what happened before, and what is asked then. */
  record Case(List<Policies.Labelled> rules, List<World> past, World asked, boolean granted) {
    PolicySet policies() {
      return Compiled.of(rules, DECLARATIONS);
    }

    @Override
    public String toString() {
      return "\n" + Compiled.body(rules) + past + "\n" + asked + (granted ? ", granted" : "");
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return cases(CONDITIONS);
  }

  private static Arbitrary<Case> cases(List<String> conditions) {
    return Combinators.combine(
            Policies.rules(Conditions.anyWith(conditions)),
            Worlds.any().list().ofMaxSize(3),
            Worlds.any(),
            Arbitraries.of(true, false))
        .as(Case::new);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void hidingFactsNeverRaisesWhatDependsOnThePast(@ForAll("cases") Case given) {
    assertThat(hidingRaises(given)).isEmpty();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void losingBehaviorNeverRaisesTheOutcome(@ForAll("cases") Case given) {
    assertThat(raised(given, Loss.BEHAVIOR)).isEmpty();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aSourceThatFailsNeverRaisesTheOutcome(@ForAll("cases") Case given) {
    assertThat(raised(given, Loss.SOURCE_THROWS, Loss.SOURCE_IS_EMPTY, Loss.SOURCE_IS_WRONG))
        .isEmpty();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aSourceThatIsLateNeverRaisesTheOutcome(@ForAll("cases") Case given) {
    assertThat(raised(given, Loss.SOURCE_IS_LATE)).isEmpty();
  }

  /** Where no rule asks whether there is a grant: that there is none is known, and may permit. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void losingGrantsNeverRaisesTheOutcome(@ForAll("cases") Case given) {
    assertThat(asksForGrants(given) ? Optional.empty() : raised(given, Loss.GRANTS)).isEmpty();
  }

  @Example
  void aStoreThatForgetsQuietlyIsCaught() {
    assertCaught(Loss.FORGETS_QUIETLY);
  }

  @Example
  void aSourceThatAssumesTheBestIsCaught() {
    assertCaught(Loss.ASSUMES_THE_BEST);
  }

  @Example
  void grantsForEverybodyAreCaught() {
    assertCaught(Loss.GRANTS_TO_EVERYBODY);
  }

  private void assertCaught(Loss fault) {
    Optional<String> caught =
        cases()
            .sampleStream()
            .limit(20_000)
            .map(given -> raised(given, fault))
            .flatMap(Optional::stream)
            .findFirst();
    assertThat(caught).as("the law catches the seeded fault").isPresent();
  }

  private static boolean asksForGrants(Case given) {
    return Compiled.body(given.rules()).contains("lend.active");
  }

  /** What raises the outcome, or nothing. */
  private static Optional<String> raised(Case given, Loss... losses) {
    PolicySet policies = given.policies();
    Outcome full = outcome(policies, given, given.asked(), Loss.NONE);
    for (Loss loss : losses) {
      Outcome poorer = outcome(policies, given, given.asked(), loss);
      if (poorer.compareTo(full) > 0) {
        return Optional.of(full + " was raised to " + poorer + " by " + loss);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> hidingRaises(Case given) {
    PolicySet policies = given.policies();
    try (Engine engine = engine(policies, given, given.asked(), Loss.NONE)) {
      Outcome open = engine.preview(given.asked().request()).outcome();
      return given.asked().places().stream()
          .map(given.asked()::hiding)
          .filter(less -> engine.preview(less.request()).outcome().compareTo(open) > 0)
          .findFirst()
          .map(less -> open + " was raised by hiding: " + less);
    }
  }

  private static Outcome outcome(PolicySet policies, Case given, World asked, Loss loss) {
    try (Engine engine = engine(policies, given, asked, loss)) {
      return engine.check(bySource(asked)).outcome();
    }
  }

  /** An engine with a past; its sources answer what the world knows. */
  private static Engine engine(PolicySet policies, Case given, World asked, Loss loss) {
    EngineBuilder builder =
        Engine.builder(policies)
            .clock(() -> Laws.NOW)
            .enforces("read_only", "mask", "watermark")
            .evaluator(Decider.EVALUATOR)
            .retention(loss.retention());
    for (String signal : SIGNALS) {
      if (asked.facts().containsKey(signal)) {
        builder =
            loss.source(builder, signal, asked.facts().getOrDefault(signal, java.util.Map.of()));
      }
    }
    Engine engine = builder.build();
    if (loss.remembers()) {
      for (World each : given.past()) {
        engine.check(each.request());
        engine.observe(Event.of("login_failed", each.request().subject()));
      }
    }
    if (loss.grants(given.granted())) {
      Lending.lend(engine, asked.request());
    }
    return engine;
  }

  /** The same request, in which the engine looks up two of the signals. */
  private static Request bySource(World world) {
    Request request = world.request();
    List<Signal> carried =
        request.signals().stream().filter(each -> !SIGNALS.contains(each.name())).toList();
    Request keyed = request.withSignals(carried);
    for (String signal : SIGNALS) {
      keyed = world.facts().containsKey(signal) ? keyed.withKey(signal, "k") : keyed;
    }
    return keyed;
  }
}
