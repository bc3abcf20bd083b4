package dev.zt.dsl.check;

import dev.zt.Challenge;
import dev.zt.Obligation;
import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.Otherwise;
import dev.zt.dsl.syntax.Text;
import dev.zt.policy.Consequence;
import dev.zt.policy.Effect;
import dev.zt.policy.Expr;
import dev.zt.policy.Rule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a rule as written into one with typed conditions. */
final class RuleChecker {
  private final Checking checking;
  private final FileScope file;
  private final dev.zt.dsl.syntax.Rule written;
  private final ScopeChecker.Scoped scoped;
  private final ExprChecker checker;

  private RuleChecker(Checking checking, FileScope file, dev.zt.dsl.syntax.Rule written) {
    this.checking = checking;
    this.file = file;
    this.written = written;
    dev.zt.dsl.syntax.Rule.Scope scope = written.scope();
    this.scoped =
        new ScopeChecker(checking, file, written.head().label().span())
            .check(scope.subjects(), scope.actions(), scope.resources());
    this.checker = new ExprChecker(checking, scoped.env(file));
  }

  /** The rule; of one that has errors, something that is never used. */
  static Rule check(Checking checking, FileScope file, dev.zt.dsl.syntax.Rule rule) {
    return new RuleChecker(checking, file, rule).check();
  }

  private Rule check() {
    return written.acceptRule(
        new dev.zt.dsl.syntax.Rule.RuleVisitor<>() {
          @Override
          public Rule visitPermit(dev.zt.dsl.syntax.Rule.Permit rule) {
            return rule(Effect.PERMIT, null, null);
          }

          @Override
          public Rule visitForbid(dev.zt.dsl.syntax.Rule.Forbid rule) {
            return rule(Effect.FORBID, null, null);
          }

          @Override
          public Rule visitRestrict(dev.zt.dsl.syntax.Rule.Restrict rule) {
            List<Obligation> obligations = new Calls(constants()).obligations(rule.obligations());
            return rule(Effect.RESTRICT, null, new Consequence.Restricted(obligations));
          }

          @Override
          public Rule visitRequire(dev.zt.dsl.syntax.Rule.Require rule) {
            Expr requirement = clause(rule.condition());
            return rule(Effect.REQUIRE, requirement, consequence(rule.otherwise()));
          }
        });
  }

  private Rule rule(Effect effect, @Nullable Expr requirement, @Nullable Consequence consequence) {
    dev.zt.dsl.syntax.Rule.Head head = written.head();
    Text because = written.because();
    Map<String, String> annotations = Annotations.withOpen(file, head.preamble());
    Rule rule =
        new Rule(
            file.module().name() + "." + head.label().text(),
            effect,
            head.shadow(),
            scoped.scope(),
            clause(written.guard().when()),
            clause(written.guard().unless()),
            requirement,
            consequence,
            because == null ? null : because.value(),
            annotations,
            file.at(head.label().span()));
    checking.openPlaces().add(rule.id(), annotations.get("open"), rule.span());
    return rule;
  }

  private @Nullable Expr clause(@Nullable Expression condition) {
    if (condition == null) {
      return null;
    }
    Expr typed = checker.condition(condition);
    if (checking.expansion().isTooLarge(typed)) {
      String label = written.head().label().text();
      file.report(
          Code.EXPANDS_TOO_FAR,
          written.head().label().span(),
          "the rule `" + label + "` is too large with everything that it names",
          "at most " + Expansion.MOST_PARTS + " parts");
    }
    return typed;
  }

  private ExprChecker constants() {
    return checker.in(Env.of(file, Place.CONSTANT, scoped.subject(), scoped.resource()));
  }

  private Consequence consequence(Otherwise otherwise) {
    Calls calls = new Calls(constants());
    if (otherwise instanceof Otherwise.ChallengeAll all) {
      return new Consequence.Challenged(
          calls.challenges(all.challenges()).stream()
              .map(step -> new Challenge(List.of(step)))
              .toList());
    }
    if (otherwise instanceof Otherwise.ChallengeOneOf oneOf) {
      List<Challenge.Step> steps = calls.challenges(oneOf.challenges());
      return new Consequence.Challenged(
          steps.isEmpty() ? List.of() : List.of(new Challenge(steps)));
    }
    return otherwise instanceof Otherwise.Restrict restrict
        ? new Consequence.Restricted(calls.obligations(restrict.obligations()))
        : new Consequence.Deny();
  }
}
