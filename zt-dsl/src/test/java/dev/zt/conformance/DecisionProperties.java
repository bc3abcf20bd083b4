package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Decision;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.policy.Effect;
import dev.zt.policy.PolicySet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;

/**
 * The laws of the language over random policies and random, partial requests. Each is first seen to
 * catch a decider that breaks it.
 *
 * <p>The number of cases is {@code jqwik.tries.default}, a system property; a failure prints its
 * seed and the smallest case that still fails.
 */
class DecisionProperties {
  private static final int WORLDS = 5;

  /** Of the cases among which seeded faults are caught. */
  private static final long SEED = 6;

  /** Rules, and worlds to judge by them. */
  record Case(List<Policies.Labelled> rules, List<World> worlds) {
    PolicySet policies() {
      return Compiled.of(rules);
    }

    PolicySet with(String rule) {
      List<Policies.Labelled> more = new ArrayList<>(rules);
      more.add(new Policies.Labelled("added", rule, false));
      return Compiled.of(more);
    }

    /** What contradicts a law in one of the worlds, or nothing. */
    Optional<String> first(Function<World, Optional<String>> contradiction) {
      return worlds.stream().map(contradiction).flatMap(Optional::stream).findFirst();
    }

    @Override
    public String toString() {
      return "\n" + Compiled.body(rules) + worlds;
    }
  }

  /** What contradicts a law, or nothing. */
  private interface Law {
    Optional<String> contradiction(PolicySet policies, Case given);
  }

  /** Of one policy set, which is compiled for all of them at once. */
  private static final Map<String, Law> LAWS =
      Map.of(
          "hiding anything never raises the outcome",
          (policies, given) -> hidingRaises(Decider.ENGINE, policies, given),
          "without a permit there is no access",
          (policies, given) -> accessWithoutPermit(Decider.ENGINE, policies, given),
          "a forbid that may apply always denies",
          (policies, given) -> forbidsFail(Decider.ENGINE, policies, given),
          "denials name their rules, and other outcomes have some",
          (policies, given) -> reasonsAreWrong(Decider.ENGINE, policies, given),
          "the outcome stands until the decision says so",
          (policies, given) -> endsEarlier(Decider.ENGINE, policies, given),
          "explain and check agree",
          (policies, given) -> explainDiffers(Decider.EXPLAINED, policies, given));

  @Property(edgeCases = EdgeCasesMode.NONE)
  void everyLawOfOneSetHolds(@ForAll("cases") Case given) {
    PolicySet policies = given.policies();
    LAWS.forEach((name, law) -> assertThat(law.contradiction(policies, given)).as(name).isEmpty());
  }

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(Policies.rules(), Worlds.any().list().ofSize(WORLDS)).as(Case::new);
  }

  @Provide
  Arbitrary<String> permits() {
    return Policies.permit();
  }

  @Provide
  Arbitrary<String> closing() {
    return Policies.closing();
  }

  // ---- 1: hiding never raises ----

  @Example
  void aDeciderThatSkipsUnknownForbidsIsCaught() {
    assertCaught((policies, given) -> hidingRaises(Faults.SKIPS_UNKNOWN_FORBIDS, policies, given));
  }

  private static Optional<String> hidingRaises(Decider decider, PolicySet policies, Case given) {
    return given.first(world -> Laws.hidingNeverRaises(decider, policies, world));
  }

  // ---- 2: order and grouping have no meaning ----

  @Property(edgeCases = EdgeCasesMode.NONE)
  void orderFilesModulesAndDuplicatesChangeNothingButNames(
      @ForAll("cases") Case given, @ForAll long seed) {
    assertThat(regroupingChanges(Decider.ENGINE, given.policies(), given, seed)).isEmpty();
  }

  @Example
  void aDeciderInWhichTheFirstMatchWinsIsCaught() {
    Random random = new Random(1);
    assertCaught(
        (policies, given) ->
            regroupingChanges(Faults.FIRST_MATCH_WINS, policies, given, random.nextLong()));
  }

  private static Optional<String> regroupingChanges(
      Decider decider, PolicySet plain, Case given, long seed) {
    PolicySet regrouped = regrouped(given.rules(), seed);
    return given.first(
        world -> {
          Object before = said(decider.decide(plain, world, Laws.NOW));
          Object after = said(decider.decide(regrouped, world, Laws.NOW));
          return before.equals(after)
              ? Optional.empty()
              : Optional.of(before + " became " + after + " in " + world);
        });
  }

  /** The same rules under other labels, some twice, in other files and modules. */
  private static PolicySet regrouped(List<Policies.Labelled> rules, long seed) {
    Random random = new Random(seed);
    List<Policies.Labelled> all = new ArrayList<>();
    for (Policies.Labelled rule : rules) {
      for (int copies = 1 + random.nextInt(2); copies > 0; copies--) {
        String label = "x" + random.nextInt(1_000) + "_" + all.size();
        all.add(new Policies.Labelled(label, rule.text(), rule.shadow()));
      }
    }
    Collections.shuffle(all, random);
    int half = all.size() / 2;
    Map<String, String> files = new LinkedHashMap<>();
    files.put("b.zt", "module other\nimport t\n" + Compiled.body(all.subList(0, half)));
    files.put("c.zt", "module t\n" + Compiled.body(all.subList(half, all.size())));
    files.put("a.zt", SampleSchema.TEXT);
    return PolicyCompiler.compile(files).orThrow();
  }

  /** What a decision says apart from the names of rules and the policy version. */
  private static Object said(Decision decision) {
    List<Object> said = new ArrayList<>();
    said.add(decision.outcome());
    said.add(decision.validUntil());
    said.add(new HashSet<>(decision.unknowns()));
    if (decision instanceof Decision.Challenge challenge) {
      said.add(new HashSet<>(challenge.challenges()));
    } else if (decision instanceof Decision.Restrict restrict) {
      said.add(new HashSet<>(restrict.obligations()));
    } else if (decision instanceof Decision.Deny deny) {
      said.add(deny.cause());
    }
    said.add(decision.shadow().map(shadow -> said(shadow)));
    return said;
  }

  // ---- 3: no permit, no access; closing rules only close, permits only open ----

  @Example
  void anEmptySetThatPermitsIsCaught() {
    assertCaught(
        (policies, given) -> accessWithoutPermit(Faults.EMPTY_SET_PERMITS, policies, given));
  }

  private static Optional<String> accessWithoutPermit(
      Decider decider, PolicySet policies, Case given) {
    PolicySet closing = Faults.only(policies, rule -> rule.effect() != Effect.PERMIT);
    PolicySet powerless =
        new PolicySet(
            closing.schema(),
            closing.rules(),
            List.of(),
            closing.behaviors(),
            closing.openPlaces());
    return given.first(world -> Laws.noAccessWithoutPermit(decider, powerless, world));
  }

  @Example
  void aDeciderInWhichAPermitOverridesIsCaught() {
    assertCaught((policies, given) -> forbidsFail(Faults.PERMIT_OVERRIDES, policies, given));
  }

  private static Optional<String> forbidsFail(Decider decider, PolicySet policies, Case given) {
    return given.first(world -> Laws.forbidsDeny(decider, policies, world));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void addingAForbidOrARequireNeverRaisesTheOutcome(
      @ForAll("cases") Case given, @ForAll("closing") String rule) {
    assertThat(isAbove(given, given.with(rule), given.policies())).isEmpty();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void addingAPermitNeverLowersTheOutcome(
      @ForAll("cases") Case given, @ForAll("permits") String rule) {
    assertThat(isAbove(given, given.policies(), given.with(rule))).isEmpty();
  }

  @Example
  void aSetThatIsAboveAnotherIsCaught() {
    assertCaught(
        (policies, given) ->
            isAbove(
                given, Faults.only(policies, rule -> rule.effect() != Effect.FORBID), policies));
  }

  private static Optional<String> isAbove(Case given, PolicySet lower, PolicySet higher) {
    return given.first(world -> Laws.notAbove(Decider.ENGINE, lower, higher, world));
  }

  @Example
  void anOutcomeWithoutReasonsIsCaught() {
    assertCaught((policies, given) -> reasonsAreWrong(Faults.EMPTY_SET_PERMITS, policies, given));
  }

  private static Optional<String> reasonsAreWrong(Decider decider, PolicySet policies, Case given) {
    return given.first(world -> Laws.denialsNameTheirRules(decider, policies, world));
  }

  // ---- 4: validUntil ----

  @Example
  void aDeciderThatLooksAtTheLastOperandOnlyIsCaught() {
    assertCaught(
        (policies, given) -> endsEarlier(Faults.ENDS_WITH_THE_LAST_OPERAND, policies, given));
  }

  private static Optional<String> endsEarlier(Decider decider, PolicySet policies, Case given) {
    return given.first(world -> Laws.standsUntilItSaysSo(decider, policies, world));
  }

  // ---- 6: explain agrees with check ----

  @Example
  void anExplanationThatIgnoresRequirementsIsCaught() {
    assertCaught((policies, given) -> explainDiffers(Faults.IGNORES_REQUIREMENTS, policies, given));
  }

  private static Optional<String> explainDiffers(
      Decider explainer, PolicySet policies, Case given) {
    return given.first(
        world -> {
          Decision checked = Decider.ENGINE.decide(policies, world, Laws.NOW);
          Decision explained = explainer.decide(policies, world, Laws.NOW);
          return checked.equals(explained)
              ? Optional.empty()
              : Optional.of(checked + " was explained as " + explained + " in " + world);
        });
  }

  // ---- seeded faults ----

  private void assertCaught(Law law) {
    Random random = new Random(SEED);
    RandomGenerator<Case> generator = cases().generator(1_000);
    Optional<String> caught =
        Stream.generate(() -> generator.next(random).value())
            .limit(20_000)
            .map(given -> law.contradiction(given.policies(), given))
            .flatMap(Optional::stream)
            .findFirst();
    assertThat(caught).as("the law catches the seeded fault").isPresent();
  }
}
