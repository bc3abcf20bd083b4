package dev.zt.engine.reference;

import dev.zt.Decision;
import dev.zt.DenyCause;
import dev.zt.Explanation;
import dev.zt.Explanation.Node;
import dev.zt.Explanation.Truth;
import dev.zt.engine.facts.Facts;
import dev.zt.engine.reference.Verdict.Step;
import dev.zt.policy.Effect;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.Names;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.Scope;
import dev.zt.policy.Secrets;
import dev.zt.policy.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells how a decision came about. */
final class Explainer {
  private static final int NEAREST = 3;

  private final PolicySet policies;
  private final Evaluation evaluation;
  private final Facts facts;
  private final String request;
  private final Secrets secrets;

  Explainer(PolicySet policies, Evaluation evaluation, Facts facts, String request) {
    this.policies = policies;
    this.evaluation = evaluation;
    this.facts = facts;
    this.request = request;
    this.secrets = Secrets.of(policies);
  }

  Explanation explain(Decision decision, List<Verdict> verdicts, long now) {
    Map<String, Verdict> byId = new HashMap<>();
    verdicts.forEach(verdict -> byId.put(verdict.id(), verdict));
    Set<String> deciding = new TreeSet<>();
    decision.reasons().forEach(reason -> deciding.add(reason.rule()));

    List<Explanation.Rule> rules =
        conditions()
            .flatMap(
                each ->
                    Stream.ofNullable(byId.get(each.id()))
                        .map(
                            verdict -> each.explained(this, verdict, deciding.contains(each.id()))))
            .sorted(
                Comparator.comparing((Explanation.Rule rule) -> !rule.decided())
                    .thenComparing(Explanation.Rule::id))
            .toList();
    boolean byDefault =
        decision instanceof Decision.Deny deny && deny.cause() == DenyCause.NOT_PERMITTED;
    List<Explanation.Rule> nearest = byDefault ? nearest(byId) : List.of();
    return new Explanation(
        request,
        decision,
        rules,
        nearest,
        new ExplanationText(now).write(request, decision, rules, nearest));
  }

  // ---- the permits that came closest ----

  private List<Explanation.Rule> nearest(Map<String, Verdict> byId) {
    return conditions()
        .filter(Conditions::gives)
        .map(each -> near(each, byId.get(each.id())))
        .sorted(Comparator.comparingInt(Near::missing).thenComparing(near -> near.rule.id()))
        .limit(NEAREST)
        .map(Near::rule)
        .toList();
  }

  /**
   * A permit that did not apply.
   *
   * @param missing how much is missing: one for each condition that does not hold, and more than
   *     any of them for another action or resource type
   */
  private record Near(int missing, Explanation.Rule rule) {}

  private Near near(Conditions permit, @Nullable Verdict verdict) {
    if (verdict != null) {
      Explanation.Rule rule = permit.explained(this, verdict, false);
      long unmet = rule.conditions().stream().filter(node -> node.truth() != Truth.TRUE).count();
      return new Near((int) unmet, rule);
    }
    boolean sameType = permit.scope.targets().containsKey(facts.resource().type());
    String about =
        sameType
            ? "is about " + actions(permit.scope.targets().get(facts.resource().type()))
            : "is about " + types(permit.scope);
    return new Near(
        sameType ? 1_000 : 1_000_000,
        new Explanation.Rule(permit.id, permit.span.position(), false, about, false, List.of()));
  }

  private static String actions(@Nullable Set<String> names) {
    return names == null
        ? "nothing"
        : names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static String types(Scope scope) {
    return scope.targets().keySet().stream()
        .map(name -> "`" + Names.simple(name) + "`")
        .collect(Collectors.joining(", "));
  }

  // ---- rules as data ----

  private Stream<Conditions> conditions() {
    return Stream.concat(
        policies.rules().stream().map(Conditions::of),
        policies.elevations().stream().map(Conditions::of));
  }

  /** What a rule and an elevation have in common. */
  private record Conditions(
      String id,
      Scope scope,
      @Nullable Expr when,
      @Nullable Expr unless,
      @Nullable Expr requirement,
      boolean gives,
      SourceSpan span) {
    static Conditions of(Rule rule) {
      return new Conditions(
          rule.id(),
          rule.scope(),
          rule.when(),
          rule.unless(),
          rule.requirement(),
          rule.effect() == Effect.PERMIT && !rule.shadow(),
          rule.span());
    }

    static Conditions of(Elevation elevation) {
      return new Conditions(
          elevation.id(), elevation.scope(), elevation.when(), null, null, true, elevation.span());
    }

    Explanation.Rule explained(Explainer explainer, Verdict verdict, boolean decided) {
      NodeWriter nodes = new NodeWriter(explainer.evaluation, explainer.secrets);
      List<Node> conditions = new ArrayList<>();
      nodes.alternatives(scope.subjects()).ifPresent(conditions::add);
      nodes.alternatives(scope.resources()).ifPresent(conditions::add);
      if (when != null) {
        conditions.addAll(nodes.conjuncts(when));
      }
      if (unless != null) {
        conditions.add(nodes.unless(unless));
      }
      if (requirement != null) {
        conditions.add(nodes.requirement(requirement));
      }
      return new Explanation.Rule(
          id, span.position(), verdict.shadow(), said(verdict), decided, conditions);
    }

    private static String said(Verdict verdict) {
      if (verdict.step() == Step.PERMIT || verdict.step() == Step.ELEVATE) {
        if (!verdict.gives()) {
          return verdict.applies().isFalse() ? "does not apply" : "does not certainly apply";
        }
        return verdict.permits().isTrue() ? "permits" : "would permit with an active grant";
      }
      if (!verdict.insists()) {
        return verdict.applies().isFalse() ? "does not apply" : "is met";
      }
      String insistence =
          switch (verdict.step()) {
            case FORBID -> "forbids";
            case DENY -> "is unmet and denies";
            case CHALLENGE -> "is unmet and challenges";
            case RESTRICT -> "restricts";
            case PERMIT, ELEVATE ->
                throw new IllegalArgumentException("a permit insists on nothing");
          };
      boolean certain = verdict.applies().isTrue() && verdict.requirement().isFalse();
      return certain ? insistence : insistence + ", because something is unknown";
    }
  }
}
