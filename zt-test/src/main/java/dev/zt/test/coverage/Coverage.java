package dev.zt.test.coverage;

import dev.zt.Decision;
import dev.zt.engine.Inspector;
import dev.zt.policy.PolicySet;
import dev.zt.test.CaseResult;
import dev.zt.test.Memories;
import dev.zt.test.PreparedCase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Measures how much of a policy set its tests look at. */
public final class Coverage {
  private Coverage() {}

  /**
   * What the cases cover of the policies that judged them. A case that failed covers what it went
   * through, one that cannot be run covers nothing.
   */
  public static CoverageReport of(PolicySet policies, Collection<? extends CaseResult> results) {
    List<RuleLogic> rules = RuleLogic.all(policies);
    List<Observed> observed = observe(policies, results);
    Set<String> askers = Askers.of(policies, observed);
    List<RuleRecord> records = new ArrayList<>();
    for (RuleLogic rule : rules) {
      RuleRecord record = new RuleRecord(rule, Possibilities.of(rule, policies.schema(), askers));
      observed.forEach(record::add);
      records.add(record);
    }
    Gaps gaps = new Gaps(new Suggestions(policies, rules, observed));
    List<Missing> missing = records.stream().flatMap(record -> gaps.of(record).stream()).toList();
    return new CoverageReport(
        records.stream().map(RuleRecord::toCoverage).toList(), missing, observed.size());
  }

  private static List<Observed> observe(
      PolicySet policies, Collection<? extends CaseResult> results) {
    Inspector inspector = Inspector.of(policies);
    Memories memories = new Memories(policies);
    List<Observed> observed = new ArrayList<>();
    for (CaseResult result : results) {
      Decision decision = decision(result);
      PreparedCase prepared = result.prepared();
      if (decision != null) {
        inspector
            .inspect(
                prepared.request(), prepared.now(), memories.after(prepared.testCase().before()))
            .ifPresent(it -> observed.add(new Observed(prepared, decision, it)));
      }
    }
    return observed;
  }

  private static @Nullable Decision decision(CaseResult result) {
    if (result instanceof CaseResult.Passed passed) {
      return passed.decision();
    }
    return result instanceof CaseResult.Failed failed ? failed.decision() : null;
  }
}
