package dev.zt.test;

import dev.zt.Explanation;
import org.jspecify.annotations.Nullable;

/** A failure as text. */
final class FailureText {
  private FailureText() {}

  static String of(CaseResult.Failed failed, Explanation explanation, @Nullable String change) {
    PreparedCase prepared = failed.prepared();
    StringBuilder text = new StringBuilder();
    text.append(prepared.testCase().span().position())
        .append(": ")
        .append(prepared.name())
        .append('\n');
    failed.differences().forEach(each -> text.append("  ").append(each).append('\n'));
    if (change != null) {
      text.append("  it would be as expected ").append(change).append('\n');
    }
    explanation.text().lines().forEach(line -> text.append("  ").append(line).append('\n'));
    return text.toString();
  }
}
