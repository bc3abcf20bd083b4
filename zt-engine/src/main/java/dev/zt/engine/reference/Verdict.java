package dev.zt.engine.reference;

import dev.zt.Reason;
import dev.zt.Unknown;
import dev.zt.policy.Consequence;
import dev.zt.policy.Effect;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.Rule;
import dev.zt.policy.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one rule or elevation whose targets hold the request's resource type and action.
 *
 * <p>A forbid is a requirement that cannot be met, and so is a restriction: what the three insist
 * on stands against the request unless they certainly do not apply or are certainly met.
 *
 * @param step at which step of the decision it counts
 * @param shadow whether it is only reported
 * @param scope whether the request is in its scope
 * @param applies whether the request is in its scope and its condition holds
 * @param grant whether what it gives is given now: an elevation needs an active grant
 * @param requirement whether what it insists on is met
 * @param consequence what it leads to when it is not, or null
 */
record Verdict(
    Step step,
    boolean shadow,
    Reason reason,
    Judged scope,
    Judged applies,
    Judged grant,
    Judged requirement,
    @Nullable Consequence consequence) {

  /** The steps of the decision, in their order, and what gives access. */
  enum Step {
    FORBID,
    PERMIT,
    ELEVATE,
    DENY,
    CHALLENGE,
    RESTRICT
  }

  static Verdict of(Rule rule, Step step, Evaluation evaluation) {
    return new Verdict(
        step,
        rule.shadow(),
        new Reason(rule.id(), rule.because(), rule.span().position(), rule.annotations()),
        scope(rule.scope(), evaluation),
        applies(rule.scope(), rule.when(), rule.unless(), evaluation),
        Judged.TRUE,
        requirement(rule, evaluation),
        rule.consequence());
  }

  static Verdict of(Elevation elevation, Evaluation evaluation) {
    return new Verdict(
        Step.ELEVATE,
        false,
        new Reason(elevation.id(), null, elevation.span().position(), elevation.annotations()),
        scope(elevation.scope(), evaluation),
        applies(elevation.scope(), elevation.when(), null, evaluation),
        evaluation.active(elevation.id()),
        Judged.FALSE,
        null);
  }

  private static Judged scope(Scope scope, Evaluation evaluation) {
    return Judged.and(
        List.of(anyOf(scope.subjects(), evaluation), anyOf(scope.resources(), evaluation)));
  }

  private static Judged anyOf(List<Expr> alternatives, Evaluation evaluation) {
    return alternatives.isEmpty()
        ? Judged.TRUE
        : Judged.or(alternatives.stream().map(evaluation::judge).toList());
  }

  private static Judged applies(
      Scope scope, @Nullable Expr when, @Nullable Expr unless, Evaluation evaluation) {
    List<Judged> conditions = new ArrayList<>();
    conditions.add(anyOf(scope.subjects(), evaluation));
    conditions.add(anyOf(scope.resources(), evaluation));
    if (when != null) {
      conditions.add(evaluation.judge(when));
    }
    if (unless != null) {
      conditions.add(evaluation.judge(unless).not());
    }
    return Judged.and(conditions);
  }

  /** Whether it stands against the request: it may apply, and is not certainly met. */
  boolean insists() {
    return !applies.isFalse() && !requirement.isTrue();
  }

  /** Until when {@link #insists} stays what it is. */
  long insistsUntil() {
    if (insists()) {
      return Math.min(applies.until(), requirement.until());
    }
    long quietByScope = applies.isFalse() ? applies.until() : Long.MIN_VALUE;
    long quietByRequirement = requirement.isTrue() ? requirement.until() : Long.MIN_VALUE;
    return Math.max(quietByScope, quietByRequirement);
  }

  /** Whether a permit or elevation certainly applies. */
  boolean gives() {
    return applies.isTrue();
  }

  /** Whether it permits: a permit that certainly applies, an elevation that also has a grant. */
  Judged permits() {
    return Judged.and(List.of(applies, grant));
  }

  List<Unknown> unknowns() {
    return Judged.allUnknowns(List.of(applies, requirement));
  }

  private static Judged requirement(Rule rule, Evaluation evaluation) {
    Expr required = rule.requirement();
    return rule.effect() == Effect.REQUIRE && required != null
        ? evaluation.judge(required)
        : Judged.FALSE;
  }

  String id() {
    return reason.rule();
  }

  /** The challenge of an elevation that has no active grant. */
  dev.zt.Challenge elevate() {
    return new dev.zt.Challenge(
        List.of(new dev.zt.Challenge.Step("elevate", Map.of("name", id()))));
  }
}
