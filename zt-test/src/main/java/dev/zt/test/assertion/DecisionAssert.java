package dev.zt.test.assertion;

import dev.zt.Decision;
import dev.zt.Reason;
import dev.zt.Unknown;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What may be said of a decision of any outcome.
 *
 * @param <S> the kind of decision that it is about
 */
public abstract sealed class DecisionAssert<S extends DecisionAssert<S>>
    permits PermitAssert, RestrictAssert, ChallengeAssert, DenyAssert {
  private final Answer answer;

  DecisionAssert(Answer answer) {
    this.answer = answer;
  }

  abstract S self();

  final void check(boolean holds, String difference, String... by) {
    if (!holds) {
      throw answer.failure(difference, by);
    }
  }

  /** The decision. */
  public Decision decision() {
    return answer.decision();
  }

  /**
   * These rules are among those that decided.
   *
   * @param rule the id of a rule or elevation, {@code module.label}
   * @param more further ids
   */
  public final S because(String rule, String... more) {
    decidedBy(rule);
    List.of(more).forEach(this::decidedBy);
    return self();
  }

  private void decidedBy(String rule) {
    Objects.requireNonNull(rule, "rule");
    List<Reason> reasons = decision().reasons();
    check(
        reasons.stream().anyMatch(reason -> reason.rule().equals(rule)),
        "expected `"
            + rule
            + "` to decide, but "
            + (reasons.isEmpty() ? "no rule did" : "it is " + answer.rules()),
        rule);
  }

  /** A rule that decided says this in its {@code because}. */
  public final S withMessage(String message) {
    Objects.requireNonNull(message, "message");
    List<String> messages =
        decision().reasons().stream().map(Reason::message).filter(Objects::nonNull).toList();
    check(
        messages.contains(message),
        "expected a rule that says `" + message + "`, but what is said is " + messages);
    return self();
  }

  /**
   * This attribute is among what was not known.
   *
   * @param path the attribute as a policy writes it, such as {@code device.edr}
   */
  public final S withUnknown(String path) {
    Objects.requireNonNull(path, "path");
    List<Unknown> unknowns = decision().unknowns();
    check(
        unknowns.stream().anyMatch(unknown -> unknown.path().equals(path)),
        "expected `" + path + "` to be unknown, but what is unknown is " + unknowns);
    return self();
  }

  /** The decision stands until this instant, exclusive; {@link Instant#MAX} for ever. */
  public final S validUntil(Instant instant) {
    Objects.requireNonNull(instant, "instant");
    Instant until = decision().validUntil();
    check(until.equals(instant), "expected it to stand until " + instant + ", but it is " + until);
    return self();
  }
}
