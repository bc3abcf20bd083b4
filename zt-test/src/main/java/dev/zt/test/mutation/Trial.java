package dev.zt.test.mutation;

import dev.zt.dsl.suite.Precedent;
import dev.zt.dsl.suite.Situation;
import dev.zt.engine.reference.Rehearsal;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.test.Judge;
import dev.zt.test.PreparedCase;
import dev.zt.test.search.Setting;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges mutants by cases. Each case is bound once; of a mutant only the changed rules are judged,
 * by the cases that they can touch. For one thread.
 */
final class Trial {
  private final PolicySet policies;
  private final WitnessSearch search;
  private final boolean witnesses;
  private final List<PreparedCase> later;
  private final Map<Reach.Target, Map<PreparedCase, Rehearsal>> cases = new HashMap<>();

  Trial(Bench bench, List<PreparedCase> passing, boolean witnesses) {
    this.policies = bench.policies();
    this.search = new WitnessSearch(bench, passing);
    this.witnesses = witnesses;
    this.later =
        policies.behaviors().isEmpty()
            ? List.of()
            : passing.stream().filter(each -> !each.testCase().before().isEmpty()).toList();
    for (PreparedCase each : passing) {
      Situation asked = each.testCase().asked();
      Reach.Target target = target(asked);
      bench
          .rehearse(Setting.of(each.testCase()))
          .ifPresent(
              it -> cases.computeIfAbsent(target, absent -> new LinkedHashMap<>()).put(each, it));
    }
  }

  Outcome judge(Mutant mutant) {
    for (Reach.Target target : Reach.of(mutant, policies).targets()) {
      for (Map.Entry<PreparedCase, Rehearsal> each :
          cases.getOrDefault(target, Map.of()).entrySet()) {
        if (!Judge.meets(each.getKey().expected(), Bench.decide(each.getValue(), mutant))) {
          return new Outcome(each.getKey(), null, false);
        }
      }
    }
    PreparedCase remembering = remembering(mutant);
    if (remembering != null) {
      return new Outcome(remembering, null, false);
    }
    if (!witnesses) {
      return new Outcome(null, null, true);
    }
    Optional<Witness> witness = search.find(mutant);
    return new Outcome(null, witness.orElse(null), dependsOnTheRemembered(mutant));
  }

  /** The first case that notices what a mutant makes of what happens before; null for none. */
  private @Nullable PreparedCase remembering(Mutant mutant) {
    Set<Reach.Target> touched = Reach.of(mutant, policies).targets();
    List<PreparedCase> affected =
        later.stream().filter(each -> isTouched(each.testCase().before(), touched)).toList();
    if (affected.isEmpty()) {
      return null;
    }
    Bench other = new Bench(mutant.applyTo(policies));
    for (PreparedCase each : affected) {
      boolean noticed =
          other
              .rehearse(Setting.of(each.testCase()))
              .map(it -> !Judge.meets(each.expected(), it.decide()))
              .orElse(false);
      if (noticed) {
        return each;
      }
    }
    return null;
  }

  /** Whether one of the checks that count may be decided otherwise. */
  private static boolean isTouched(List<Precedent> before, Set<Reach.Target> touched) {
    return before.stream()
        .anyMatch(
            each ->
                each instanceof Precedent.Done done && touched.contains(target(done.situation())));
  }

  private static Reach.Target target(Situation asked) {
    return new Reach.Target(asked.resource().reference().type(), asked.action());
  }

  /** Whether it is about something that no request can give. */
  private boolean dependsOnTheRemembered(Mutant mutant) {
    Variant variant = mutant.variant();
    for (Rule rule : policies.rules()) {
      if (variant.rules().containsKey(rule.id()) && isRemembered(Formulas.of(rule))) {
        return true;
      }
    }
    for (Elevation elevation : policies.elevations()) {
      if (variant.elevations().containsKey(elevation.id())
          && isRemembered(Formulas.of(elevation))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRemembered(Expr expr) {
    return expr instanceof Expr.BehaviorValue
        || expr instanceof Expr.ElevationActive
        || ExprParts.of(expr).stream().anyMatch(Trial::isRemembered);
  }
}
