package dev.zt.test;

import dev.zt.Explanation;
import dev.zt.Explanation.Node;
import dev.zt.Explanation.Truth;
import dev.zt.Outcome;
import dev.zt.Unknown;
import dev.zt.policy.Consequence;
import dev.zt.policy.Effect;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How it came to a decision that was not expected, as text: what was not known, the rules that
 * decided, and those that could have decided as expected, with what their conditions saw. Immutable
 * and thread-safe.
 */
public final class RulesText {
  private final Map<String, Outcome> insistence;

  private RulesText(Map<String, Outcome> insistence) {
    this.insistence = Map.copyOf(insistence);
  }

  /** A writer of texts; without the policies it knows permits alone of what did not decide. */
  public static RulesText of(@Nullable PolicySet policies) {
    return new RulesText(
        policies == null
            ? Map.of()
            : policies.rules().stream()
                .filter(rule -> !rule.shadow())
                .collect(Collectors.toMap(Rule::id, RulesText::insistence)));
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

  /**
   * The text, indented, each line with its end.
   *
   * @param expected the outcome that there should have been
   * @param by ids of rules that should have been among those that decided
   */
  public String of(Explanation explanation, Outcome expected, List<String> by) {
    Writer writer = new Writer();
    writer.unknowns(explanation.decision().unknowns());
    writer.rules(explanation, expected, by);
    return writer.out.toString();
  }

  private final class Writer {
    private final StringBuilder out = new StringBuilder();

    private void unknowns(List<Unknown> unknowns) {
      String title = "unknown   ";
      for (Unknown each : unknowns) {
        line(1, title + each);
        title = "          ";
      }
    }

    private void rules(Explanation explanation, Outcome expected, List<String> by) {
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
}
