package dev.zt.test.coverage;

import dev.zt.policy.SourceSpan;
import java.util.Objects;

/**
 * The use of a let, a segment or a risk score in a rule, through which conditions come into it.
 *
 * @param text the use as written
 * @param span where it stands in the rule
 */
public record Through(String text, SourceSpan span) {
  public Through {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(span, "span");
  }
}
