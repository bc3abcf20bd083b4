package dev.zt.test;

import dev.zt.Explanation;
import dev.zt.Reason;
import java.util.ArrayList;
import java.util.List;

/** Says why cases failed. For one thread. */
final class Failures {
  private final Judge judge;
  private final NearestGivens nearest;
  private final FailureText text;

  Failures(Judge judge) {
    this.judge = judge;
    this.nearest = new NearestGivens(judge);
    this.text = new FailureText(judge.policies());
  }

  Failure explain(CaseResult.Failed failed) {
    Explanation explanation = judge.explain(failed.prepared());
    List<String> first = new ArrayList<>(failed.prepared().expected().by());
    failed.decision().reasons().stream().map(Reason::rule).forEach(first::add);
    String change = nearest.to(failed.prepared(), first);
    return new Failure(explanation, change, text.of(failed, explanation, change));
  }
}
