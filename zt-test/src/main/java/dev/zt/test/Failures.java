package dev.zt.test;

import dev.zt.Explanation;

/** Says why cases failed. */
final class Failures {
  private final Judge judge;

  Failures(Judge judge) {
    this.judge = judge;
  }

  Failure explain(CaseResult.Failed failed) {
    Explanation explanation = judge.explain(failed.prepared());
    return new Failure(explanation, null, FailureText.of(failed, explanation, null));
  }
}
