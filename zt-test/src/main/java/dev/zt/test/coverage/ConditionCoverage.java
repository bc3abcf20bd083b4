package dev.zt.test.coverage;

import dev.zt.Explanation.Truth;
import dev.zt.policy.SourceSpan;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the tests look at one atomic condition of a rule.
 *
 * <p>It is covered when it was true in one case and false in another, the verdict of the rule hung
 * on it in both, and the verdicts differ: masking MC/DC, as in DOT/FAA/AR-01/18 and NASA
 * TM-2001-210876, with the verdict of a rule as the decision and each place of a condition as a
 * condition of its own.
 *
 * @param text the condition as written
 * @param span where it stands, for a let where the let is declared
 * @param through the use through which it comes into the rule, or null when it stands there itself
 * @param possible whether some request can make the rule hang on it, either way; what cannot is not
 *     counted
 * @param sightings what it came to, case by case
 */
public record ConditionCoverage(
    String text,
    SourceSpan span,
    @Nullable Through through,
    boolean possible,
    List<Sighting> sightings) {
  public ConditionCoverage {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(span, "span");
    sightings = List.copyOf(sightings);
  }

  /** Whether there is a pair of cases in which it alone decides the rule. */
  public boolean isCovered() {
    return sightings.stream()
        .anyMatch(
            one ->
                isHalf(one, Truth.TRUE)
                    && sightings.stream()
                        .anyMatch(
                            other -> isHalf(other, Truth.FALSE) && other.struck() != one.struck()));
  }

  /** The cases in which it came out so and decided alone. */
  public List<TestedCase> alone(Truth truth) {
    return sightings.stream()
        .filter(each -> isHalf(each, truth))
        .map(Sighting::testedCase)
        .toList();
  }

  /** Whether it ever came to that. */
  public boolean wasEver(Truth truth) {
    return sightings.stream().anyMatch(each -> each.truth() == truth);
  }

  /** {@code trusted_device › device.managed}: by way of which let, and the condition. */
  public String path() {
    return through == null || through.text().equals(text) ? text : through.text() + " › " + text;
  }

  private static boolean isHalf(Sighting sighting, Truth truth) {
    return sighting.alone() && sighting.truth() == truth;
  }
}
