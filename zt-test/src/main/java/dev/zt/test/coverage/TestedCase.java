package dev.zt.test.coverage;

import dev.zt.policy.SourceSpan;
import java.util.Objects;

/**
 * A case that was judged.
 *
 * @param test the title of its test
 * @param title its sentence, and its row where there is one
 * @param span where the sentence stands
 * @param lastLine the line that it ends on, from 1
 */
public record TestedCase(String test, String title, SourceSpan span, int lastLine) {
  public TestedCase {
    Objects.requireNonNull(test, "test");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(span, "span");
  }

  /** {@code file:line}, the test's title and the case's. */
  @Override
  public String toString() {
    return span.position() + " " + test + " › " + title;
  }
}
