package dev.zt.test;

import dev.zt.Explanation;
import dev.zt.Reason;
import dev.zt.dsl.suite.Situation;
import dev.zt.test.change.SmallestChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why cases failed. */
final class Failures {
  private final Judge judge;
  private final Requests requests;
  private final SmallestChange changes;
  private final FailureText text;

  Failures(Judge judge) {
    this.judge = judge;
    this.requests = new Requests(judge.policies().schema());
    this.changes = new SmallestChange(judge.policies());
    this.text = new FailureText(judge.policies());
  }

  Failure explain(CaseResult.Failed failed) {
    Explanation explanation = judge.explain(failed.prepared());
    String change = change(failed);
    return new Failure(explanation, change, text.of(failed, explanation, change));
  }

  private @Nullable String change(CaseResult.Failed failed) {
    PreparedCase prepared = failed.prepared();
    List<String> first = new ArrayList<>(prepared.expected().by());
    failed.decision().reasons().stream().map(Reason::rule).forEach(first::add);
    return changes
        .of(prepared.testCase().asked(), first, situation -> isAsExpected(prepared, situation))
        .map(found -> "with " + found.text())
        .orElse(null);
  }

  private boolean isAsExpected(PreparedCase prepared, Situation situation) {
    return Differences.between(
            prepared.expected(), judge.decide(prepared, requests.of(situation), prepared.now()))
        .isEmpty();
  }
}
