package dev.zt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Something that the subject must do before access can be given: one step, or one of several.
 *
 * @param alternatives the steps of which any one suffices, as written; never empty, more than one
 *     for a {@code one of}
 */
public record Challenge(List<Step> alternatives) {
  public Challenge {
    alternatives = List.copyOf(alternatives);
    if (alternatives.isEmpty()) {
      throw new IllegalArgumentException("a challenge needs at least one step");
    }
  }

  /** Whether the subject may choose among several steps. */
  public boolean isChoice() {
    return alternatives.size() > 1;
  }

  /** The challenge as a policy writes it. */
  @Override
  public String toString() {
    String steps = alternatives.stream().map(Step::toString).collect(Collectors.joining(", "));
    return isChoice() ? "one of " + steps : steps;
  }

  /**
   * One step, such as {@code mfa(phishing_resistant: true)}.
   *
   * @param name the declared name
   * @param arguments the given arguments by parameter name, in order of declaration, typed as those
   *     of an {@link Obligation}
   */
  public record Step(String name, Map<String, Object> arguments) {
    public Step {
      Objects.requireNonNull(name, "name");
      arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    @Override
    public String toString() {
      return Arguments.render(name, arguments);
    }
  }
}
