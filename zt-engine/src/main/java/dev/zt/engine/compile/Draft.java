package dev.zt.engine.compile;

import dev.zt.engine.facts.Layout;
import dev.zt.engine.facts.Questions;
import dev.zt.engine.facts.RecordReaders;
import dev.zt.policy.Elevation;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** A policy set on its way to code: it says what it asks before anything is laid out. Immutable. */
public final class Draft {
  private final PolicySet policies;
  private final Predicate<String> enforced;
  private final List<Provision> provisions;
  private final int shared;
  private final Questions questions;

  private Draft(
      PolicySet policies, Predicate<String> enforced, List<Provision> provisions, int shared) {
    this.policies = policies;
    this.enforced = enforced;
    this.provisions = provisions;
    this.shared = shared;
    this.questions = Inquirer.questions(provisions, policies.schema());
  }

  /**
   * The draft of a policy set.
   *
   * @param enforced whether the application carries out the obligation of that name
   * @throws LinkageError where what code is generated with is missing
   */
  public static Draft of(PolicySet policies, Predicate<String> enforced) {
    Normalizer normalizer = new Normalizer(policies);
    List<Provision> provisions = new ArrayList<>();
    for (Counting each : counting(policies, enforced)) {
      provisions.add(
          Provision.of(
              provisions.size(),
              each.rule(),
              each.step(),
              normalizer,
              enforced,
              policies.policyVersion()));
    }
    return new Draft(policies, enforced, List.copyOf(provisions), normalizer.shared());
  }

  /** A rule, or an elevation as a permit, and the step at which it counts. */
  private record Counting(Rule rule, Step step) {}

  /** What counts in decisions, in order of ids. */
  private static List<Counting> counting(PolicySet policies, Predicate<String> enforced) {
    List<Counting> all = new ArrayList<>();
    for (Rule rule : policies.rules()) {
      all.add(new Counting(rule, Step.of(rule, enforced)));
    }
    for (Elevation elevation : policies.elevations()) {
      Rule permit = elevation.permit();
      all.add(new Counting(permit, Step.LENT));
      all.add(new Counting(permit, Step.OFFERED));
    }
    all.sort(Comparator.comparing(each -> each.rule().id()));
    return all;
  }

  /** What is asked of fields when they are read. */
  public Questions questions() {
    return questions;
  }

  /** What answers for an application's records. */
  public RecordReaders records() {
    return new GeneratedReaders();
  }

  /**
   * The evaluator.
   *
   * @param layout that of the facts that are to be judged, with the answers to the questions
   * @throws UnsupportedOperationException where classes cannot be defined
   */
  public CompiledEvaluator compile(Layout layout) {
    return CompiledEvaluator.of(policies, enforced, provisions, shared, layout);
  }
}
