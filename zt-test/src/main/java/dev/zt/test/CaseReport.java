package dev.zt.test;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a run has to say of one case.
 *
 * @param result what came of it
 * @param failure why it failed, or null when it did not
 * @param took how long it took to judge and explain it; all else here is the same in every run
 */
public record CaseReport(CaseResult result, @Nullable Failure failure, Duration took) {
  public CaseReport {
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(took, "took");
  }
}
