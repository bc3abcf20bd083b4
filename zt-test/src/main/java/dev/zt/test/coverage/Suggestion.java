package dev.zt.test.coverage;

import java.util.Objects;

/**
 * A case that would cover something: another case with a change to what is given.
 *
 * @param beside the case that it is made from, in whose test it belongs
 * @param line the line to write there; it expects what the policies answer today
 */
public record Suggestion(TestedCase beside, String line) {
  public Suggestion {
    Objects.requireNonNull(beside, "beside");
    Objects.requireNonNull(line, "line");
  }
}
