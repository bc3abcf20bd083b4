package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Decision;
import dev.zt.Reason;
import dev.zt.Unknown;
import dev.zt.UnknownCause;
import dev.zt.dsl.Compilation;
import dev.zt.dsl.Diagnostic;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A policy set with each rule on a line of its own, so that errors and reasons tell which. */
final class RuleLines {
  private static final String MODULE = "t";

  /** Fewer than the compiler reports errors of one set. */
  private static final int AT_ONCE = 90;

  private final String declarations;
  private final Map<String, String> rules = new LinkedHashMap<>();

  /** No rules yet over the given declarations. */
  RuleLines(String declarations) {
    this.declarations = "module " + MODULE + "\n" + declarations + "\n";
  }

  /** Adds {@code label: permit …}. */
  void permit(String label, String rest) {
    rules.put(label, label + ": permit " + rest + "\n");
  }

  /** Takes out the rules that do not compile: by label the one error of each. */
  Map<String, Diagnostic> takeOutRefused() {
    Map<String, Diagnostic> refused = new HashMap<>();
    List<String> labels = List.copyOf(rules.keySet());
    for (int from = 0; from < labels.size(); from += AT_ONCE) {
      refused.putAll(refused(labels.subList(from, Math.min(from + AT_ONCE, labels.size()))));
    }
    rules.keySet().removeAll(refused.keySet());
    return refused;
  }

  private Map<String, Diagnostic> refused(List<String> labels) {
    int lineOfFirst = (int) declarations.chars().filter(c -> c == '\n').count() + 1;
    Map<String, Diagnostic> refused = new HashMap<>();
    for (Diagnostic error : compile(labels).errors()) {
      assertThat(error.line()).as("%s", error).isGreaterThanOrEqualTo(lineOfFirst);
      Diagnostic other = refused.put(labels.get(error.line() - lineOfFirst), error);
      assertThat(other).as("a second error: %s", error).isNull();
    }
    return refused;
  }

  /** An engine for these rules, all of which must compile. */
  Engine engine(InstantSource clock) {
    return Engine.builder(compile(rules.keySet()).orThrow()).clock(clock).build();
  }

  private Compilation compile(Collection<String> labels) {
    return PolicyCompiler.compile(
        "t.zt", declarations + labels.stream().map(rules::get).collect(Collectors.joining()));
  }

  /** The labels of the rules that permitted; empty for anything but a permit. */
  static Set<String> permittedBy(Decision decision) {
    return decision.permitted()
        ? decision.reasons().stream()
            .map(Reason::rule)
            .map(rule -> rule.substring(MODULE.length() + 1))
            .collect(Collectors.toCollection(TreeSet::new))
        : Set.of();
  }

  /** Whether a decision is a denial for no other reason than that these are mistyped. */
  static boolean isDeniedAsMistyped(Decision decision, String... paths) {
    return isDenied(decision)
        && decision.unknowns().stream()
            .map(Unknown::path)
            .collect(Collectors.toSet())
            .equals(Set.of(paths))
        && decision.unknowns().stream().allMatch(each -> each.cause() == UnknownCause.MISTYPED);
  }

  /** Whether a decision is a denial by default in which nothing was unknown. */
  static boolean isDeniedForCertain(Decision decision) {
    return isDenied(decision) && decision.unknowns().isEmpty();
  }

  private static boolean isDenied(Decision decision) {
    return decision instanceof Decision.Deny && decision.reasons().isEmpty();
  }

  /** A text as a literal in which everything but plain ASCII is escaped. */
  static String literal(String value) {
    StringBuilder literal = new StringBuilder("\"");
    value
        .codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                literal.append('\\').appendCodePoint(c);
              } else if (c >= ' ' && c < 0x7F) {
                literal.appendCodePoint(c);
              } else {
                literal.append(String.format("\\u{%X}", c));
              }
            });
    return literal.append('"').toString();
  }
}
