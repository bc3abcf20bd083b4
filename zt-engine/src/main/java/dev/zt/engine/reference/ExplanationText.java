package dev.zt.engine.reference;

import dev.zt.Decision;
import dev.zt.Explanation;
import dev.zt.Explanation.Node;
import dev.zt.Explanation.Truth;
import dev.zt.Unknown;
import java.time.Instant;
import java.util.List;

/** An explanation as text for a person. */
final class ExplanationText {
  private final StringBuilder out = new StringBuilder();
  private final long now;

  ExplanationText(long now) {
    this.now = now;
  }

  String write(
      String request,
      Decision decision,
      List<Explanation.Rule> rules,
      List<Explanation.Rule> nearest) {
    line(0, decision.outcome() + saying(decision));
    line(0, request + " at " + Instant.ofEpochMilli(now));
    if (!decision.validUntil().equals(Instant.MAX)) {
      line(0, "stands until " + decision.validUntil());
    }
    unknowns(decision.unknowns());
    section("decided by", rules.stream().filter(Explanation.Rule::decided).toList());
    section("permits that came closest", nearest);
    section(
        "other rules in question",
        rules.stream().filter(rule -> !rule.decided() && !listed(rule, nearest)).toList());
    if (rules.isEmpty() && nearest.isEmpty()) {
      line(0, "");
      line(0, "no rule is about this action on this resource, and nothing permits anything");
    }
    decision.shadow().ifPresent(shadow -> line(0, "\nwith shadow rules enforced: " + shadow));
    return out.toString();
  }

  private static boolean listed(Explanation.Rule rule, List<Explanation.Rule> nearest) {
    return nearest.stream().anyMatch(near -> near.id().equals(rule.id()));
  }

  private static String saying(Decision decision) {
    if (decision instanceof Decision.Deny deny) {
      return ": " + deny.message();
    }
    if (decision instanceof Decision.Challenge challenge) {
      return ": " + challenge.challenges();
    }
    if (decision instanceof Decision.Restrict restrict) {
      return ": " + restrict.obligations();
    }
    return "";
  }

  private void unknowns(List<Unknown> unknowns) {
    if (!unknowns.isEmpty()) {
      line(0, "");
      line(0, "unknown");
      unknowns.forEach(unknown -> line(1, unknown.toString()));
    }
  }

  private void section(String title, List<Explanation.Rule> rules) {
    if (rules.isEmpty()) {
      return;
    }
    line(0, "");
    line(0, title);
    for (Explanation.Rule rule : rules) {
      String shadow = rule.shadow() ? "shadow " : "";
      line(1, shadow + rule.id() + " (" + rule.position() + ") " + rule.verdict());
      rule.conditions().forEach(node -> node(2, node));
    }
  }

  private void node(int depth, Node node) {
    Truth truth = node.truth();
    Unknown unknown = node.unknown();
    String value = node.value();
    StringBuilder text = new StringBuilder();
    if (truth != null) {
      text.append(
          switch (truth) {
            case TRUE -> "✓ ";
            case FALSE -> "✗ ";
            case UNKNOWN -> "? ";
          });
    } else {
      text.append(unknown == null ? "  " : "? ");
    }
    text.append(node.text());
    if (unknown != null) {
      String named = unknown.path().equals(node.text()) ? "" : unknown.path() + " ";
      text.append("   unknown: ").append(named).append(unknown.cause());
      if (!unknown.detail().isEmpty()) {
        text.append(", ").append(unknown.detail());
      }
    } else if (value != null && truth == null) {
      text.append(" = ").append(value);
    }
    line(depth, text.toString());
    node.children().forEach(child -> node(depth + 1, child));
  }

  private void line(int depth, String text) {
    out.append("  ".repeat(text.isEmpty() ? 0 : depth)).append(text).append('\n');
  }
}
