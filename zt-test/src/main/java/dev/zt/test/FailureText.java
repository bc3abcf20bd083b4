package dev.zt.test;

import dev.zt.Decision;
import dev.zt.Explanation;
import dev.zt.dsl.suite.Expectation;
import dev.zt.policy.PolicySet;
import org.jspecify.annotations.Nullable;

/** A failure as text: what was expected, what it is, which rules made it so, what would help. */
final class FailureText {
  private final RulesText rules;

  FailureText(PolicySet policies) {
    this.rules = RulesText.of(policies);
  }

  String of(CaseResult.Failed failed, Explanation explanation, @Nullable String change) {
    PreparedCase prepared = failed.prepared();
    Expectation expected = prepared.expected();
    Decision decision = failed.decision();
    StringBuilder out = new StringBuilder();
    out.append(prepared.testCase().span().position())
        .append(": ")
        .append(prepared.testCase().title())
        .append('\n');
    line(out, "expected  " + expected);
    line(out, "actual    " + Differences.actual(decision) + because(decision));
    if (expected.outcome() == decision.outcome()) {
      failed.differences().forEach(each -> line(out, "          " + each));
    }
    line(out, "asked     " + explanation.request() + " at " + prepared.now());
    out.append(rules.of(explanation, expected.outcome(), expected.by())).append('\n');
    if (change == null) {
      line(out, "no single change to what is given makes it as expected");
    } else {
      line(out, "it would be as expected");
      line(out, "  " + change);
    }
    return out.toString();
  }

  private static void line(StringBuilder out, String text) {
    out.append("  ").append(text).append('\n');
  }

  private static String because(Decision decision) {
    return decision instanceof Decision.Deny deny ? ": " + deny.message() : "";
  }
}
