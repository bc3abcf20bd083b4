package dev.zt.test;

import dev.zt.Explanation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a case failed.
 *
 * @param explanation how the decision came about
 * @param change the smallest change to what is given that would have led to the expected outcome,
 *     as the text after {@code with}, or null when no single change does
 * @param text all of it as text for a person, without colour
 */
public record Failure(Explanation explanation, @Nullable String change, String text) {
  public Failure {
    Objects.requireNonNull(explanation, "explanation");
    Objects.requireNonNull(text, "text");
  }

  @Override
  public String toString() {
    return text;
  }
}
