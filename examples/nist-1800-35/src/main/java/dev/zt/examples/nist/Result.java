package dev.zt.examples.nist;

import java.util.List;
import java.util.Optional;

/** What became of a row. */
sealed interface Result {
  /** The row. */
  Row row();

  /**
   * Every request got the outcome that was published.
   *
   * @param requests how many were asked
   */
  record Passed(Row row, int requests) implements Result {}

  /**
   * Some requests got another outcome.
   *
   * @param requests how many were asked
   * @param answers those that came out differently
   * @param reason why that is on purpose; empty when it is not
   */
  record Different(Row row, int requests, List<Answer> answers, Optional<String> reason)
      implements Result {
    public Different {
      answers = List.copyOf(answers);
    }
  }

  /**
   * The row could not be turned into requests, or nothing decides them.
   *
   * @param reason why
   */
  record NotMappable(Row row, String reason) implements Result {}
}
