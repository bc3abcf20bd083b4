package dev.zt.test;

import dev.zt.Decision;
import dev.zt.Explanation;
import dev.zt.Explanation.Node;
import dev.zt.Explanation.Truth;
import dev.zt.Outcome;
import dev.zt.Unknown;
import dev.zt.policy.Consequence;
import dev.zt.policy.Effect;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A failure as text: what was expected, what it is, which rules made it so, what would help. */
final class FailureText {
  private final Map<String, Outcome> insistence = new HashMap<>();

  FailureText(PolicySet policies) {
    policies.rules().stream()
        .filter(rule -> !rule.shadow())
        .forEach(rule -> insistence.put(rule.id(), insistence(rule)));
  }

  /** What a rule makes of a request that it is about. */
  private static Outcome insistence(Rule rule) {
    if (rule.effect() == Effect.PERMIT) {
      return Outcome.PERMIT;
    }
    Consequence consequence = rule.consequence();
    if (consequence instanceof Consequence.Challenged) {
      return Outcome.CHALLENGE;
    }
    return consequence instanceof Consequence.Restricted ? Outcome.RESTRICT : Outcome.DENY;
  }

  String of(CaseResult.Failed failed, Explanation explanation, @Nullable String change) {
    return new Writer().write(failed, explanation, change);
  }

  private final class Writer {
    private final StringBuilder out = new StringBuilder();

    String write(CaseResult.Failed failed, Explanation explanation, @Nullable String change) {
      PreparedCase prepared = failed.prepared();
      Decision decision = failed.decision();
      line(0, prepared.testCase().span().position() + ": " + prepared.testCase().title());
      line(1, "expected  " + prepared.expected());
      line(1, "actual    " + Differences.actual(decision) + because(decision));
      if (prepared.expected().outcome() == decision.outcome()) {
        failed.differences().forEach(each -> line(1, "          " + each));
      }
      line(1, "asked     " + explanation.request() + " at " + prepared.now());
      unknowns(decision.unknowns());
      rules(prepared, explanation);
      line(0, "");
      if (change == null) {
        line(1, "no single change to what is given makes it as expected");
      } else {
        line(1, "it would be as expected");
        line(2, change);
      }
      return out.toString();
    }

    private void unknowns(List<Unknown> unknowns) {
      String title = "unknown   ";
      for (Unknown each : unknowns) {
        line(1, title + each);
        title = "          ";
      }
    }

    private void rules(PreparedCase prepared, Explanation explanation) {
      List<String> by = prepared.expected().by();
      Outcome expected = prepared.expected().outcome();
      boolean lower = expected.compareTo(explanation.decision().outcome()) < 0;
      section("decided by", explanation.rules(), Explanation.Rule::decided);
      section(
          "expected to decide",
          explanation.rules(),
          rule -> !rule.decided() && by.contains(rule.id()));
      section("permits that came closest", explanation.nearest(), rule -> !by.contains(rule.id()));
      section(
          "rules that could have made it " + Differences.word(expected),
          explanation.rules(),
          rule ->
              lower
                  && !rule.decided()
                  && !by.contains(rule.id())
                  && insistence.get(rule.id()) == expected);
    }

    private void section(
        String title, List<Explanation.Rule> rules, Predicate<Explanation.Rule> wanted) {
      List<Explanation.Rule> listed = rules.stream().filter(wanted).toList();
      if (listed.isEmpty()) {
        return;
      }
      line(0, "");
      line(1, title);
      for (Explanation.Rule rule : listed) {
        line(2, rule.position() + ": " + rule.id() + " " + rule.verdict());
        rule.conditions().forEach(node -> node(3, node));
      }
    }

    private void node(int depth, Node node) {
      String mark = mark(node);
      StringBuilder text = new StringBuilder(mark).append(node.text());
      Unknown unknown = node.unknown();
      if (unknown != null) {
        String named = unknown.path().equals(node.text()) ? "" : unknown.path() + " ";
        text.append("   unknown: ").append(named).append(unknown.cause());
        if (!unknown.detail().isEmpty()) {
          text.append(", ").append(unknown.detail());
        }
      } else if (node.value() != null && node.truth() == null) {
        text.append(" = ").append(node.value());
      }
      line(depth, text.toString());
      node.children().forEach(child -> node(depth + 1, child));
    }

    private void line(int depth, String text) {
      out.append("  ".repeat(text.isEmpty() ? 0 : depth)).append(text).append('\n');
    }
  }

  private static String mark(Node node) {
    Truth truth = node.truth();
    if (truth == null) {
      return node.unknown() == null ? "  " : "? ";
    }
    return switch (truth) {
      case TRUE -> "✓ ";
      case FALSE -> "✗ ";
      case UNKNOWN -> "? ";
    };
  }

  private static String because(Decision decision) {
    return decision instanceof Decision.Deny deny ? ": " + deny.message() : "";
  }
}
