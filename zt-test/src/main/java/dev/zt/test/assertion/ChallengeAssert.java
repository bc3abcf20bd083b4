package dev.zt.test.assertion;

import dev.zt.Challenge;
import dev.zt.Decision;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What may be said of a challenge. */
public final class ChallengeAssert extends DecisionAssert<ChallengeAssert> {
  private final Decision.Challenge challenge;

  ChallengeAssert(Answer answer, Decision.Challenge challenge) {
    super(answer);
    this.challenge = challenge;
  }

  @Override
  ChallengeAssert self() {
    return this;
  }

  @Override
  public Decision.Challenge decision() {
    return challenge;
  }

  /**
   * A step of this name is among what must be done, whatever its arguments; as one of several to
   * choose from it does not count.
   */
  public ChallengeAssert with(String step) {
    return with(step, Map.of());
  }

  /**
   * A step of this name is among what must be done, with these arguments and perhaps others.
   *
   * @param arguments by parameter name, typed as those of a {@link Challenge.Step}
   */
  public ChallengeAssert with(String step, Map<String, ?> arguments) {
    Objects.requireNonNull(step, "step");
    check(
        challenge.challenges().stream()
            .filter(each -> !each.isChoice())
            .map(each -> each.alternatives().get(0))
            .anyMatch(each -> each.name().equals(step) && Calls.hold(arguments, each.arguments())),
        "expected the challenge `"
            + Calls.shown(step, arguments)
            + "`, but it is "
            + Calls.joined(challenge.challenges()));
    return this;
  }

  /** The choice among steps of exactly these names is among what must be done. */
  public ChallengeAssert withOneOf(String... steps) {
    Set<String> expected = new HashSet<>(List.of(steps));
    check(
        challenge.challenges().stream()
            .filter(Challenge::isChoice)
            .anyMatch(each -> names(List.of(each)).equals(expected)),
        "expected the challenge `one of "
            + String.join(", ", steps)
            + "`, but it is "
            + Calls.joined(challenge.challenges()));
    return this;
  }

  /** Steps of these names must be done and no others, in any order; there is no choice. */
  public ChallengeAssert withExactly(String... steps) {
    List<Challenge> challenges = challenge.challenges();
    check(
        challenges.stream().noneMatch(Challenge::isChoice)
            && names(challenges).equals(new HashSet<>(List.of(steps))),
        "expected exactly the challenges "
            + String.join(", ", steps)
            + ", but it is "
            + Calls.joined(challenges));
    return this;
  }

  private static Set<String> names(List<Challenge> challenges) {
    return challenges.stream()
        .flatMap(each -> each.alternatives().stream())
        .map(Challenge.Step::name)
        .collect(Collectors.toSet());
  }
}
