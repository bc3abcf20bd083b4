package dev.zt.test.coverage;

import java.util.Objects;

/**
 * A case that would cover something: another case with a change to what is given.
 *
 * @param beside the case that it is made from, in whose test it belongs; in a table the line holds
 *     in each row
 * @param line the line to write there; it expects what the policies answer today
 */
public record Suggestion(TestedCase beside, String line) {
  public Suggestion {
    Objects.requireNonNull(beside, "beside");
    Objects.requireNonNull(line, "line");
  }

  /** The place that the line belongs below, as {@code file:line}: where its case ends. */
  public String below() {
    return beside.span().file() + ":" + beside.lastLine();
  }
}
