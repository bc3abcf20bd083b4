package dev.zt.test.coverage;

import dev.zt.Explanation.Truth;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How much of a policy set its tests look at. Immutable.
 *
 * @param rules rule by rule, in order of file and place
 * @param missing what is not covered, in order of file and place
 * @param cases how many cases were judged; those that cannot be run are not among them
 */
public record CoverageReport(List<RuleCoverage> rules, List<Missing> missing, int cases) {
  public CoverageReport {
    rules = List.copyOf(rules);
    missing = List.copyOf(missing);
  }

  /** Rules that decided, of all rules and elevations. */
  public Ratio ruleRatio() {
    return ratio(rules.stream(), RuleCoverage::isCovered);
  }

  /** Outcomes that rules came to, of all that they can come to. */
  public Ratio outcomeRatio() {
    return ratio(
        rules.stream().flatMap(rule -> rule.outcomes().stream()), OutcomeCoverage::isCovered);
  }

  /** Conditions with a pair of cases in which each alone decides its rule, of all that can. */
  public Ratio conditionRatio() {
    return ratio(countedConditions(), ConditionCoverage::isCovered);
  }

  /** Conditions that were seen unknown, of those that the ratio of conditions counts. */
  public Ratio unknownRatio() {
    return ratio(countedConditions(), each -> each.wasEver(Truth.UNKNOWN));
  }

  private Stream<ConditionCoverage> countedConditions() {
    return rules.stream()
        .flatMap(rule -> rule.conditions().stream())
        .filter(ConditionCoverage::possible);
  }

  private static <T> Ratio ratio(Stream<T> all, Predicate<T> covered) {
    List<T> counted = all.toList();
    return new Ratio((int) counted.stream().filter(covered).count(), counted.size());
  }
}
