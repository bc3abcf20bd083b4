package dev.zt.test.coverage;

import java.util.Objects;

/**
 * A case that would cover something: another case with a change to what is given, or to what
 * happens before.
 *
 * @param beside the case that it is made from
 * @param text the line to write below that case, where it holds in each row of a table; or a whole
 *     test with this one case. It expects what the policies answer today
 * @param ownTest whether it is a whole test: what happens before a case has happened for all below
 */
public record Suggestion(TestedCase beside, String text, boolean ownTest) {
  public Suggestion {
    Objects.requireNonNull(beside, "beside");
    Objects.requireNonNull(text, "text");
  }

  /** Where it belongs: {@code below payroll.test.zt:12}, where its case ends, for a line. */
  public String where() {
    String file = beside.span().file();
    return ownTest ? "at the end of " + file : "below " + file + ":" + beside.lastLine();
  }
}
