package dev.zt.test.coverage;

import dev.zt.Decision;
import dev.zt.Explanation.Truth;
import dev.zt.Outcome;
import dev.zt.engine.Inspection;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.Scope;
import dev.zt.policy.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule or elevation as a function of its atoms: three-valued conditions come to a verdict that is
 * two-valued. What opens must certainly hold, what closes may hold.
 *
 * @param inScope whether one of its subjects and one of its resources hold
 * @param applies whether it is in scope and its condition holds
 * @param requirement whether what it asks for is met
 */
record RuleLogic(
    String id,
    Kind kind,
    boolean shadow,
    SourceSpan span,
    Scope scope,
    List<Atom> atoms,
    Formula inScope,
    Formula applies,
    Formula requirement) {

  /** Every rule and elevation, in order of file and place. */
  static List<RuleLogic> all(PolicySet policies) {
    return Stream.concat(
            policies.rules().stream().map(RuleLogic::of),
            policies.elevations().stream().map(RuleLogic::of))
        .sorted(Places.order(RuleLogic::span))
        .toList();
  }

  static RuleLogic of(Rule rule) {
    return of(
        rule.id(),
        Kind.of(rule.effect()),
        rule.shadow(),
        rule.span(),
        rule.scope(),
        rule.when(),
        rule.unless(),
        rule.requirement());
  }

  static RuleLogic of(Elevation elevation) {
    return of(
        elevation.id(),
        Kind.ELEVATION,
        false,
        elevation.span(),
        elevation.scope(),
        elevation.when(),
        null,
        null);
  }

  private static RuleLogic of(
      String id,
      Kind kind,
      boolean shadow,
      SourceSpan span,
      Scope scope,
      @Nullable Expr when,
      @Nullable Expr unless,
      @Nullable Expr required) {
    FormulaBuilder builder = new FormulaBuilder();
    Formula inScope =
        new Formula.All(
            List.of(
                builder.anyOf(scope.subjects(), Atom.Part.SUBJECTS),
                builder.anyOf(scope.resources(), Atom.Part.RESOURCES)));
    List<Formula> applies = new ArrayList<>(List.of(inScope));
    if (when != null) {
      applies.add(builder.build(when, Atom.Part.WHEN));
    }
    if (unless != null) {
      applies.add(new Formula.Inverse(builder.build(unless, Atom.Part.UNLESS)));
    }
    Formula requirement =
        required == null
            ? new Formula.Constant(Truth.FALSE)
            : builder.build(required, Atom.Part.REQUIREMENT);
    return new RuleLogic(
        id,
        kind,
        shadow,
        span,
        scope,
        builder.atoms(),
        inScope,
        new Formula.All(applies),
        requirement);
  }

  /** What the atoms come to, by number. */
  Truth[] truths(Inspection inspection) {
    return atoms.stream().map(atom -> inspection.truth(atom.condition())).toArray(Truth[]::new);
  }

  /** What it says of a request of which the atoms come to these. */
  Verdict verdict(Truth[] truths) {
    Truth holds = applies.of(truths);
    if (kind.opens()) {
      return holds == Truth.TRUE ? Verdict.STRIKES : Verdict.DOES_NOT;
    }
    if (holds == Truth.FALSE) {
      return Verdict.DOES_NOT;
    }
    return requirement.of(truths) == Truth.TRUE ? Verdict.MET : Verdict.STRIKES;
  }

  /** Whether it has a say: a permit gives access, a forbid or an unmet requirement takes it. */
  boolean strikes(Truth[] truths) {
    return verdict(truths) == Verdict.STRIKES;
  }

  /**
   * Whether it is one of those that decide: a reason of the decision, or a permit on which a
   * decision with obligations or challenges rests.
   */
  boolean decides(Verdict verdict, Decision decision) {
    Decision considered = shadow ? decision.shadow().orElse(decision) : decision;
    boolean reason = considered.reasons().stream().anyMatch(each -> each.rule().equals(id));
    boolean rests =
        considered.outcome() == Outcome.RESTRICT || considered.outcome() == Outcome.CHALLENGE;
    return reason || (kind == Kind.PERMIT && verdict == Verdict.STRIKES && rests);
  }

  /** Whether the verdict would be another one if that atom alone came out the other way. */
  boolean dependsOn(int atom, Truth[] truths) {
    Truth[] changed = truths.clone();
    changed[atom] = Truth.TRUE;
    boolean ifTrue = strikes(changed);
    changed[atom] = Truth.FALSE;
    return ifTrue != strikes(changed);
  }
}
