package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Decision;
import dev.zt.Outcome;
import dev.zt.Reason;
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
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The laws of the language over random policies and random, partial requests. Each is first seen to
 * catch a decider that breaks it.
 *
 * <p>The number of cases is {@code jqwik.tries.default}, a system property; a failure prints its
 * seed and the smallest case that still fails.
 */
class DecisionProperties {
  /** Rules and a world to judge. */
  record Case(List<Policies.Labelled> rules, World world) {
    @Override
    public String toString() {
      return "\n" + Compiled.body(rules) + world;
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(Policies.rules(), Worlds.any()).as(Case::new);
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

  @Property(edgeCases = EdgeCasesMode.NONE)
  void hidingAnythingNeverRaisesTheOutcome(@ForAll("cases") Case given) {
    assertThat(Laws.hidingNeverRaises(Decider.ENGINE, Compiled.of(given.rules()), given.world()))
        .isEmpty();
  }

  @Example
  void aDeciderThatSkipsUnknownForbidsIsCaught() {
    assertCaught(
        given ->
            Laws.hidingNeverRaises(
                Faults.SKIPS_UNKNOWN_FORBIDS, Compiled.of(given.rules()), given.world()));
  }

  // ---- 2: order and grouping have no meaning ----

  @Property(edgeCases = EdgeCasesMode.NONE)
  void orderFilesModulesAndDuplicatesChangeNothingButNames(
      @ForAll("cases") Case given, @ForAll long seed) {
    assertThat(regroupingChanges(Decider.ENGINE, given, seed)).isEmpty();
  }

  @Example
  void aDeciderInWhichTheFirstMatchWinsIsCaught() {
    Random random = new Random(1);
    assertCaught(given -> regroupingChanges(Faults.FIRST_MATCH_WINS, given, random.nextLong()));
  }

  private static Optional<String> regroupingChanges(Decider decider, Case given, long seed) {
    Decision plain = decider.decide(Compiled.of(given.rules()), given.world(), Laws.NOW);
    Decision other = decider.decide(regrouped(given.rules(), seed), given.world(), Laws.NOW);
    return said(plain).equals(said(other))
        ? Optional.empty()
        : Optional.of(said(plain) + " became " + said(other));
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

  @Property(edgeCases = EdgeCasesMode.NONE)
  void withoutAPermitThereIsNoAccess(@ForAll("cases") Case given) {
    assertThat(Laws.noAccessWithoutPermit(Decider.ENGINE, powerless(given), given.world()))
        .isEmpty();
  }

  @Example
  void anEmptySetThatPermitsIsCaught() {
    assertCaught(
        given ->
            Laws.noAccessWithoutPermit(Faults.EMPTY_SET_PERMITS, powerless(given), given.world()));
  }

  private static PolicySet powerless(Case given) {
    PolicySet all = Compiled.of(given.rules());
    PolicySet closing = Faults.only(all, rule -> rule.effect() != Effect.PERMIT);
    return new PolicySet(
        closing.schema(), closing.rules(), List.of(), closing.behaviors(), closing.openPlaces());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void addingAForbidOrARequireNeverRaisesTheOutcome(
      @ForAll("cases") Case given, @ForAll("closing") String rule) {
    assertThat(
            Laws.notAbove(
                Decider.ENGINE,
                Compiled.of(with(given, rule)),
                Compiled.of(given.rules()),
                given.world()))
        .isEmpty();
  }

  @Example
  void aDeciderInWhichAPermitOverridesIsCaught() {
    Decider faulty = Faults.PERMIT_OVERRIDES;
    assertCaught(
        given -> {
          Decision decision = faulty.decide(Compiled.of(given.rules()), given.world(), Laws.NOW);
          return aForbidThatAppliesDenies(decision, given);
        });
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aForbidThatMayApplyAlwaysDenies(@ForAll("cases") Case given) {
    Decision decision = Decider.ENGINE.decide(Compiled.of(given.rules()), given.world(), Laws.NOW);
    assertThat(aForbidThatAppliesDenies(decision, given)).isEmpty();
  }

  private static Optional<String> aForbidThatAppliesDenies(Decision decision, Case given) {
    PolicySet forbids =
        Faults.only(
            Compiled.of(given.rules()), rule -> rule.effect() == Effect.FORBID && !rule.shadow());
    boolean applies =
        !Decider.ENGINE.decide(forbids, given.world(), Laws.NOW).reasons().stream()
            .map(Reason::rule)
            .filter(id -> forbids.rules().stream().anyMatch(rule -> rule.id().equals(id)))
            .toList()
            .isEmpty();
    return applies && decision.outcome() != Outcome.DENY
        ? Optional.of("a forbid applies, and yet: " + decision)
        : Optional.empty();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void addingAPermitNeverLowersTheOutcome(
      @ForAll("cases") Case given, @ForAll("permits") String rule) {
    assertThat(
            Laws.notAbove(
                Decider.ENGINE,
                Compiled.of(given.rules()),
                Compiled.of(with(given, rule)),
                given.world()))
        .isEmpty();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void denialsNameTheirRulesAndOtherOutcomesHaveSome(@ForAll("cases") Case given) {
    assertThat(
            Laws.denialsNameTheirRules(Decider.ENGINE, Compiled.of(given.rules()), given.world()))
        .isEmpty();
  }

  private static List<Policies.Labelled> with(Case given, String rule) {
    List<Policies.Labelled> more = new ArrayList<>(given.rules());
    more.add(new Policies.Labelled("added", rule, false));
    return more;
  }

  // ---- 4: validUntil ----

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theOutcomeStandsUntilTheDecisionSaysSo(@ForAll("cases") Case given) {
    assertThat(Laws.standsUntilItSaysSo(Decider.ENGINE, Compiled.of(given.rules()), given.world()))
        .isEmpty();
  }

  @Example
  void aDeciderThatLooksAtTheLastOperandOnlyIsCaught() {
    assertCaught(
        given ->
            Laws.standsUntilItSaysSo(
                Faults.ENDS_WITH_THE_LAST_OPERAND, Compiled.of(given.rules()), given.world()));
  }

  // ---- 6: explain agrees with check ----

  @Property(edgeCases = EdgeCasesMode.NONE)
  void explainAndCheckAgree(@ForAll("cases") Case given) {
    assertThat(explainDiffers(Decider.ENGINE, given)).isEmpty();
  }

  @Example
  void anExplanationThatIgnoresRequirementsIsCaught() {
    assertCaught(given -> explainDiffers(Faults.IGNORES_REQUIREMENTS, given));
  }

  private static Optional<String> explainDiffers(Decider explainer, Case given) {
    PolicySet policies = Compiled.of(given.rules());
    Decision checked = Decider.ENGINE.decide(policies, given.world(), Laws.NOW);
    Decision explained =
        explainer == Decider.ENGINE
            ? Decider.engine(policies, Laws.NOW).explain(given.world().request()).decision()
            : explainer.decide(policies, given.world(), Laws.NOW);
    return said(checked).equals(said(explained)) && checked.reasons().equals(explained.reasons())
        ? Optional.empty()
        : Optional.of(checked + " was explained as " + explained);
  }

  // ---- seeded faults ----

  private interface Law {
    Optional<String> contradiction(Case given);
  }

  private void assertCaught(Law law) {
    Optional<String> caught =
        cases()
            .sampleStream()
            .limit(20_000)
            .map(law::contradiction)
            .flatMap(Optional::stream)
            .findFirst();
    assertThat(caught).as("the law catches the seeded fault").isPresent();
  }
}
