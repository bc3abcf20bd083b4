package dev.zt.test.mutation;

import dev.zt.Challenge;
import dev.zt.Obligation;
import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.Call;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.Otherwise;
import dev.zt.policy.Consequence;
import dev.zt.policy.Effect;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Changes of a rule as a whole and of its clauses. */
final class RuleMutations {
  private static final Pattern WHEN = Pattern.compile("\\bwhen\\b");
  private static final Pattern UNLESS = Pattern.compile("\\bunless\\b");
  private static final Challenge MFA = new Challenge(List.of(new Challenge.Step("mfa", Map.of())));
  private static final Obligation READ_ONLY = new Obligation("read_only", Map.of());

  private final Source source;
  private final Rule rule;
  private final dev.zt.dsl.syntax.Rule tree;
  private final List<Mutant> mutants = new ArrayList<>();

  private RuleMutations(Source source, Rule rule, dev.zt.dsl.syntax.Rule tree) {
    this.source = source;
    this.rule = rule;
    this.tree = tree;
  }

  static List<Mutant> of(Rule rule, WrittenPolicies.Written<dev.zt.dsl.syntax.Rule> written) {
    return new RuleMutations(written.source(), rule, written.tree()).all();
  }

  private List<Mutant> all() {
    add(
        MutationKind.DROP_RULE,
        tree.head().label().span(),
        List.of(leaveOut(source, tree)),
        Variant.without(rule));
    if (rule.effect() == Effect.FORBID) {
      Span label = tree.head().label().span();
      add(
          MutationKind.SHADOW_FORBID,
          label,
          List.of(Edit.insert(source, label.start(), "shadow ")),
          Variant.of(Altered.shadow(rule)));
    }
    guards();
    if (tree instanceof dev.zt.dsl.syntax.Rule.Require require) {
      otherwise(require.otherwise());
    } else if (tree instanceof dev.zt.dsl.syntax.Rule.Restrict restrict
        && rule.consequence() instanceof Consequence.Restricted restricted) {
      dropObligation(restrict.obligations(), restricted);
    }
    return mutants;
  }

  private void add(MutationKind kind, Span at, List<Edit> edits, Variant variant) {
    mutants.add(new Mutant(kind, WrittenPolicies.at(source, at), edits, variant));
  }

  /** Leaves out a declaration with its annotations, its doc comment and the line break after it. */
  static Edit leaveOut(Source source, Declaration declaration) {
    int start = declaration.span().start();
    for (var annotation : declaration.preamble().annotations()) {
      start = Math.min(start, annotation.span().start());
    }
    int line = source.line(start);
    boolean leads = source.text(new Span(source.lineStart(line), start)).isBlank();
    while (leads && line > 1 && source.lineText(line - 1).strip().startsWith("///")) {
      line--;
      start = source.lineStart(line);
    }
    return Edit.delete(source, start, declaration.span().end());
  }

  // ---- when, unless ----

  private void guards() {
    Span when = word(tree.guard().when(), WHEN);
    Span unless = word(tree.guard().unless(), UNLESS);
    dropGuard(when, tree.guard().when(), rule.when(), null, rule.unless());
    dropGuard(unless, tree.guard().unless(), rule.unless(), rule.when(), null);
    boolean tolerant = toleratesUnknown(rule.when()) || toleratesUnknown(rule.unless());
    List<Edit> swapped = new ArrayList<>();
    if (when != null) {
      swapped.add(new Edit(source, when, "unless"));
    }
    if (unless != null) {
      swapped.add(new Edit(source, unless, "when"));
    }
    if (!swapped.isEmpty() && !tolerant) {
      add(
          MutationKind.SWAP_GUARD,
          swapped.get(0).span(),
          inOrder(swapped),
          Variant.of(Altered.guard(rule, /* when= */ rule.unless(), /* unless= */ rule.when())));
    }
  }

  /** With both clauses the changed `when` must stand before the changed `unless`. */
  private List<Edit> inOrder(List<Edit> swapped) {
    Expression when = tree.guard().when();
    Expression unless = tree.guard().unless();
    if (swapped.size() < 2 || when == null || unless == null) {
      return swapped;
    }
    Span first = new Span(swapped.get(0).span().start(), clauseEnd(when));
    Span second = new Span(swapped.get(1).span().start(), clauseEnd(unless));
    return List.of(
        new Edit(source, first, "when" + source.text(second).substring("unless".length())),
        new Edit(source, second, "unless" + source.text(first).substring("when".length())));
  }

  private @Nullable Span word(@Nullable Expression condition, Pattern word) {
    return condition == null
        ? null
        : Words.last(source, tree.span().start(), condition.span().start(), word);
  }

  private void dropGuard(
      @Nullable Span word,
      @Nullable Expression condition,
      @Nullable Expr typed,
      @Nullable Expr when,
      @Nullable Expr unless) {
    if (word != null && condition != null && typed != null && !(typed instanceof Expr.And)) {
      add(
          MutationKind.DROP_CONJUNCT,
          word,
          List.of(leaveOut(Words.beforeBlanks(source, word.start()), clauseEnd(condition))),
          Variant.of(Altered.guard(rule, when, unless)));
    }
  }

  /** Leaves out a stretch between two words. */
  private Edit leaveOut(int start, int end) {
    boolean apart = end == source.text().length() || source.text().charAt(end) <= ' ';
    return new Edit(source, new Span(start, end), apart ? "" : " ");
  }

  /** The end of a condition with the parentheses around it. */
  private int clauseEnd(Expression condition) {
    int end = condition.span().end();
    int next = Words.afterBlanks(source, end);
    while (next < tree.span().end() && source.text().charAt(next) == ')') {
      end = next + 1;
      next = Words.afterBlanks(source, end);
    }
    return end;
  }

  private static boolean toleratesUnknown(@Nullable Expr expr) {
    return expr != null
        && (expr instanceof Expr.Known
            || expr instanceof Expr.Default
            || ExprParts.of(expr).stream().anyMatch(RuleMutations::toleratesUnknown));
  }

  // ---- else, with ----

  private void otherwise(Otherwise otherwise) {
    if (otherwise instanceof Otherwise.Deny) {
      weaken(otherwise, "else challenge mfa", new Consequence.Challenged(List.of(MFA)));
    } else if (otherwise instanceof Otherwise.ChallengeAll all) {
      weaken(otherwise, "else restrict read_only", new Consequence.Restricted(List.of(READ_ONLY)));
      if (rule.consequence() instanceof Consequence.Challenged challenged) {
        dropChallenge(all.challenges(), challenged);
      }
    } else if (otherwise instanceof Otherwise.ChallengeOneOf) {
      weaken(otherwise, "else restrict read_only", new Consequence.Restricted(List.of(READ_ONLY)));
    } else if (otherwise instanceof Otherwise.Restrict restrict
        && rule.consequence() instanceof Consequence.Restricted restricted) {
      dropObligation(restrict.obligations(), restricted);
    }
  }

  private void weaken(Otherwise otherwise, String text, Consequence weaker) {
    add(
        MutationKind.WEAKEN_ELSE,
        otherwise.span(),
        List.of(new Edit(source, otherwise.span(), text)),
        Variant.of(Altered.consequence(rule, weaker)));
  }

  private void dropChallenge(List<Call> calls, Consequence.Challenged challenged) {
    for (int i = 0; calls.size() > 1 && i < calls.size(); i++) {
      List<Challenge> left = new ArrayList<>(challenged.challenges());
      left.remove(i);
      dropCall(calls, i, new Consequence.Challenged(left));
    }
  }

  private void dropObligation(List<Call> calls, Consequence.Restricted restricted) {
    for (int i = 0; calls.size() > 1 && i < calls.size(); i++) {
      List<Obligation> left = new ArrayList<>(restricted.obligations());
      left.remove(i);
      dropCall(calls, i, new Consequence.Restricted(left));
    }
  }

  private void dropCall(List<Call> calls, int dropped, Consequence left) {
    List<Span> spans = calls.stream().map(Call::span).toList();
    add(
        MutationKind.DROP_ELEMENT,
        spans.get(dropped),
        List.of(ConditionMutations.dropElement(source, spans, dropped)),
        Variant.of(Altered.consequence(rule, left)));
  }
}
