package dev.zt.test.assertion;

import dev.zt.Decision;
import dev.zt.Obligation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What may be said of a restriction. */
public final class RestrictAssert extends DecisionAssert<RestrictAssert> {
  private final Decision.Restrict restriction;

  RestrictAssert(Answer answer, Decision.Restrict restriction) {
    super(answer);
    this.restriction = restriction;
  }

  @Override
  RestrictAssert self() {
    return this;
  }

  @Override
  public Decision.Restrict decision() {
    return restriction;
  }

  /** An obligation of this name is among what must be carried out, whatever its arguments. */
  public RestrictAssert with(String obligation) {
    return with(obligation, Map.of());
  }

  /**
   * An obligation of this name is among what must be carried out, with these arguments and perhaps
   * others.
   *
   * @param arguments by parameter name, typed as those of an {@link Obligation}
   */
  public RestrictAssert with(String obligation, Map<String, ?> arguments) {
    Objects.requireNonNull(obligation, "obligation");
    List<Obligation> obligations = restriction.obligations();
    check(
        obligations.stream()
            .anyMatch(
                each -> each.name().equals(obligation) && Calls.hold(arguments, each.arguments())),
        "expected the obligation `"
            + Calls.shown(obligation, arguments)
            + "`, but it is "
            + Calls.joined(obligations));
    return this;
  }

  /** Obligations of these names must be carried out and no others, in any order. */
  public RestrictAssert withExactly(String... obligations) {
    check(
        restriction.obligations().stream()
            .map(Obligation::name)
            .collect(Collectors.toSet())
            .equals(new HashSet<>(List.of(obligations))),
        "expected exactly the obligations "
            + String.join(", ", obligations)
            + ", but it is "
            + Calls.joined(restriction.obligations()));
    return this;
  }
}
