package dev.zt.test.coverage;

import dev.zt.policy.SourceSpan;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that no case looks at.
 *
 * @param rule the id of the rule
 * @param kind what is not covered
 * @param span where it stands
 * @param what what is missing, in one line
 * @param suggestion a case that would cover it, or null when none was found
 */
public record Missing(
    String rule, Of kind, SourceSpan span, String what, @Nullable Suggestion suggestion) {
  public Missing {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(what, "what");
  }

  /** What a gap is in. */
  public enum Of {
    /** A rule that never decided. */
    RULE,
    /** Something that a rule never came to. */
    OUTCOME,
    /** A condition that never decided alone, or only one way. */
    CONDITION
  }
}
