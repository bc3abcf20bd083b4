package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.syntax.ZtParser.AnnotationContext;
import dev.zt.dsl.syntax.ZtParser.ClauseContext;
import dev.zt.dsl.syntax.ZtParser.EffectContext;
import dev.zt.dsl.syntax.ZtParser.OtherwiseContext;
import dev.zt.dsl.syntax.ZtParser.Rule_Context;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Makes rules. */
final class RuleBuilder {
  private final Builders builders;
  private final RuleLayout layout;

  RuleBuilder(Builders builders, RuleLayout layout) {
    this.builders = builders;
    this.layout = layout;
  }

  /** Nothing stands for a rule that was reported as a whole. */
  Optional<Declaration> rule(List<AnnotationContext> annotations, Rule_Context context) {
    EffectContext effect = context.effect();
    Token word = effect.getStart();
    for (ClauseContext clause : context.clause()) {
      layout.checkBefore(clause.getStart());
    }
    Preamble preamble = builders.preambles.preamble(annotations, context.getStart());
    Optional<RuleClauses> clauses = RuleClauses.inOrder(builders.reporter, word, context.clause());
    if (context.name() == null) {
      reportNoLabel(word);
    }
    if (clauses.isEmpty() || context.name() == null) {
      return Optional.empty();
    }
    Rule.Head head =
        new Rule.Head(
            preamble,
            context.SHADOW() != null,
            builders.names.name(context.name()),
            Reporter.span(word));
    return effect.REQUIRE() != null
        ? require(head, clauses.get(), context)
        : scoped(head, clauses.get(), context);
  }

  private void reportNoLabel(Token word) {
    String effect = TokenKinds.text(word.getType());
    builders.reporter.report(
        Code.NO_LABEL,
        Reporter.span(word),
        "a rule has a label",
        "give it one, such as `my_rule: " + effect + " …`");
  }

  private Optional<Declaration> scoped(Rule.Head head, RuleClauses clauses, Rule_Context context) {
    EffectContext effect = context.effect();
    Optional<Subjects> subjects = builders.selectors.subjects(effect.subjects());
    if (subjects.isEmpty()) {
      return Optional.empty();
    }
    Rule.Scope scope = scope(subjects.get(), clauses);
    Rule.Guard guard = guard(clauses);
    Text because = because(clauses);
    if (effect.PERMIT() != null) {
      return Optional.of(new Rule.Permit(head, scope, guard, because, Reporter.span(context)));
    }
    if (effect.FORBID() != null) {
      return Optional.of(new Rule.Forbid(head, scope, guard, because, Reporter.span(context)));
    }
    ClauseContext with = clauses.required(ClauseKind.WITH);
    List<Call> obligations = builders.selectors.calls(with.calls());
    return Optional.of(
        new Rule.Restrict(head, scope, guard, obligations, because, Reporter.span(context)));
  }

  private Optional<Declaration> require(Rule.Head head, RuleClauses clauses, Rule_Context context) {
    Expression condition = builders.expressions.expression(context.effect().expression());
    ClauseContext forClause = clauses.optional(ClauseKind.FOR);
    Optional<Subjects> subjects =
        forClause == null ? Optional.empty() : builders.selectors.subjects(forClause.subjects());
    if (forClause != null && subjects.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Rule.Require(
            head,
            condition,
            scope(subjects.orElse(null), clauses),
            guard(clauses),
            otherwise(clauses.required(ClauseKind.ELSE)),
            because(clauses),
            Reporter.span(context)));
  }

  private Rule.Scope scope(@Nullable Subjects subjects, RuleClauses clauses) {
    ClauseContext to = clauses.optional(ClauseKind.TO);
    return to == null
        ? new Rule.Scope(subjects, null, List.of())
        : new Rule.Scope(
            subjects,
            builders.selectors.actions(to.actions()),
            builders.selectors.resources(to.resources()));
  }

  private Rule.Guard guard(RuleClauses clauses) {
    return new Rule.Guard(
        condition(clauses.optional(ClauseKind.WHEN)),
        condition(clauses.optional(ClauseKind.UNLESS)));
  }

  private @Nullable Expression condition(@Nullable ClauseContext clause) {
    return clause == null ? null : builders.expressions.expression(clause.expression());
  }

  private @Nullable Text because(RuleClauses clauses) {
    ClauseContext because = clauses.optional(ClauseKind.BECAUSE);
    return because == null ? null : builders.texts.read(because.STRING().getSymbol());
  }

  private Otherwise otherwise(ClauseContext clause) {
    OtherwiseContext context = clause.otherwise();
    if (context.DENY() != null) {
      return new Otherwise.Deny(Reporter.span(clause));
    }
    List<Call> calls = builders.selectors.calls(context.calls());
    if (context.RESTRICT() != null) {
      return new Otherwise.Restrict(calls, Reporter.span(clause));
    }
    return context.ONE() != null
        ? new Otherwise.ChallengeOneOf(calls, Reporter.span(clause))
        : new Otherwise.ChallengeAll(calls, Reporter.span(clause));
  }
}
