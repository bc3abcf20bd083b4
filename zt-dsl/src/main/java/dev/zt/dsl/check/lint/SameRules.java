package dev.zt.dsl.check.lint;

import com.google.common.hash.HashCode;
import dev.zt.dsl.diagnostic.Code;
import dev.zt.policy.Expr;
import dev.zt.policy.Names;
import dev.zt.policy.Rule;
import dev.zt.policy.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules that say what another one says. */
final class SameRules {
  private final Findings findings;
  private final Meaning meaning;
  private final List<Entry> rules = new ArrayList<>();

  SameRules(Findings findings, Meaning meaning) {
    this.findings = findings;
    this.meaning = meaning;
  }

  private record Entry(Rule rule, HashCode meaning) {}

  void rule(Rule rule) {
    rules.add(new Entry(rule, of(rule)));
  }

  /** Compares all rules that there are. */
  void check() {
    rules.sort(
        Comparator.comparing((Entry entry) -> entry.rule().span().file())
            .thenComparingInt(entry -> entry.rule().span().line())
            .thenComparingInt(entry -> entry.rule().span().column()));
    Map<HashCode, Rule> first = new HashMap<>();
    for (Entry entry : rules) {
      Rule rule = entry.rule();
      Rule earlier = first.putIfAbsent(entry.meaning(), rule);
      if (earlier != null) {
        findings.add(
            Code.SAME_RULE,
            rule.span(),
            "`"
                + Names.simple(rule.id())
                + "` says the same as `"
                + name(earlier, rule)
                + "` in "
                + earlier.span().file()
                + ":"
                + earlier.span().line(),
            "leave one of them out");
      }
    }
  }

  private static String name(Rule earlier, Rule rule) {
    String module = earlier.id().substring(0, earlier.id().lastIndexOf('.') + 1);
    return rule.id().startsWith(module) && rule.id().indexOf('.', module.length()) < 0
        ? Names.simple(earlier.id())
        : earlier.id();
  }

  private HashCode of(Rule rule) {
    return Meaning.ordered(
        rule.effect() + (rule.shadow() ? " shadow" : ""),
        of(rule.scope()),
        optional(rule.when()),
        optional(rule.unless()),
        optional(rule.requirement()),
        Meaning.of("consequence", String.valueOf(rule.consequence())));
  }

  private HashCode of(Scope scope) {
    return Meaning.ordered(
        "scope",
        meaning.ofAll("subjects", scope.subjects()),
        meaning.ofAll("resources", scope.resources()),
        Meaning.of("targets", scope.targets().toString()));
  }

  private HashCode optional(@Nullable Expr expr) {
    return expr == null ? Meaning.ordered("nothing") : meaning.of(expr);
  }
}
