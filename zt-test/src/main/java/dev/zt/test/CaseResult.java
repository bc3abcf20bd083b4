package dev.zt.test;

import dev.zt.Decision;
import java.util.List;

/** What came of one case. */
public sealed interface CaseResult {
  /** The case. */
  PreparedCase prepared();

  /** Whether it passed; one that cannot be run did not. */
  default boolean isPassed() {
    return this instanceof Passed;
  }

  /** The decision was as expected. */
  record Passed(PreparedCase prepared, Decision decision) implements CaseResult {}

  /**
   * The decision was another one.
   *
   * @param differences what differs, each in one line
   */
  record Failed(PreparedCase prepared, Decision decision, List<String> differences)
      implements CaseResult {
    public Failed {
      differences = List.copyOf(differences);
    }
  }

  /**
   * Nobody can tell, which is not the same as passed.
   *
   * @param reason why, in one line
   */
  record NotRunnable(PreparedCase prepared, String reason) implements CaseResult {}
}
