package dev.zt.dsl.suite;

import dev.zt.policy.SourceSpan;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of a test that expects something, in one row of the test's table.
 *
 * @param sentence the line as written, with single blanks, such as {@code read => deny by eu_only}
 * @param span where the sentence stands
 * @param lastLine the line that the sentence ends on, from 1; what is written below it is beside it
 * @param row the row, or null in a test without a table
 * @param before what happens before it in its test, in order; nothing that happens in another row
 *     or test
 * @param asked what is asked, and all that is given
 * @param expected what the answer must be
 */
public record TestCase(
    String sentence,
    SourceSpan span,
    int lastLine,
    @Nullable TableRow row,
    List<Precedent> before,
    Situation asked,
    Expectation expected) {
  public TestCase {
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(span, "span");
    before = List.copyOf(before);
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(expected, "expected");
  }

  /** The sentence, and after it the row where there is one. */
  public String title() {
    return row == null ? sentence : sentence + " [" + row.label() + "]";
  }
}
