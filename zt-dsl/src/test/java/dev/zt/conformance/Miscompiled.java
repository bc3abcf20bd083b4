package dev.zt.conformance;

import dev.zt.policy.CompareOp;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.Schema;
import dev.zt.policy.Scope;
import dev.zt.policy.value.Value;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a compiler with one fault would make of a policy set, as the set that it would be right for:
 * so every fault is seen to be found.
 */
final class Miscompiled {
  private Miscompiled() {}

  /** A {@code not} is forgotten. */
  static final UnaryOperator<PolicySet> DROPS_NOT =
      each(expr -> expr instanceof Expr.Not not ? not.operand() : expr);

  /** Under an {@code or} the unknown counts as true. */
  static final UnaryOperator<PolicySet> SWAPS_MUST_AND_MAY_UNDER_OR =
      each(
          expr ->
              expr instanceof Expr.Or or
                  ? new Expr.Or(
                      or.operands().stream().map(Miscompiled::orUnknown).toList(), or.span())
                  : expr);

  /** An index that does not look at the type of the subject. */
  static final UnaryOperator<PolicySet> IGNORES_SUBJECT_TYPE =
      policies ->
          rules(
              policies,
              rule ->
                  rule.scope().subjects().stream().anyMatch(Expr.IsType.class::isInstance)
                      ? with(rule, forAnyone(rule.scope()), UnaryOperator.identity())
                      : rule);

  /** {@code <} in place of {@code <=}. */
  static final UnaryOperator<PolicySet> LESS_FOR_LESS_OR_EQUAL =
      each(
          expr ->
              expr instanceof Expr.Compare compare && compare.op() == CompareOp.LE
                  ? new Expr.Compare(CompareOp.LT, compare.left(), compare.right(), compare.span())
                  : expr);

  /** A table of thresholds in which each stands one too high. */
  static final UnaryOperator<PolicySet> THRESHOLD_OFF_BY_ONE =
      each(
          expr ->
              expr instanceof Expr.Compare compare
                      && compare.right() instanceof Expr.Literal literal
                      && literal.value() instanceof Value.Int threshold
                  ? new Expr.Compare(
                      compare.op(),
                      compare.left(),
                      new Expr.Literal(
                          new Value.Int(threshold.value() + 1), literal.type(), literal.span()),
                      compare.span())
                  : expr);

  /** A rule is passed over where what it is looked up by is not known. */
  static final UnaryOperator<PolicySet> PASSES_OVER_UNKNOWN =
      each(
          expr ->
              expr instanceof Expr.Compare compare && compare.right() instanceof Expr.Literal
                  ? new Expr.And(
                      List.of(compare, new Expr.Known(compare.left(), compare.span())),
                      compare.span())
                  : expr);

  /** A let that is shared comes out with the polarity of its first use. */
  static final UnaryOperator<PolicySet> SHARES_UNDER_WRONG_POLARITY =
      each(
          expr ->
              expr instanceof Expr.Not not && not.operand() instanceof Expr.Named
                  ? not.operand()
                  : expr);

  /** An age that is a millisecond off. */
  static final UnaryOperator<PolicySet> AGE_OFF_BY_A_MILLISECOND =
      each(
          expr ->
              expr instanceof Expr.Compare compare
                      && compare.right() instanceof Expr.Literal literal
                      && literal.value() instanceof Value.Duration limit
                  ? new Expr.Compare(
                      compare.op(),
                      compare.left(),
                      new Expr.Literal(
                          new Value.Duration(limit.millis() + 1), literal.type(), literal.span()),
                      compare.span())
                  : expr);

  /** Bits of roles that know nothing of the roles that include others. */
  static final UnaryOperator<PolicySet> FORGETS_INCLUDED_ROLES =
      policies -> rules(policies, rule -> with(rule, ofRolesAlone(rule.scope()), expr -> expr));

  /** A signal that is taken for fresh although it is stale. */
  static final UnaryOperator<PolicySet> NEVER_STALE =
      policies -> {
        Schema schema = policies.schema();
        SortedMap<String, Schema.Signal> signals = new TreeMap<>();
        schema
            .signals()
            .forEach(
                (name, signal) ->
                    signals.put(
                        name, new Schema.Signal(name, null, signal.fields(), signal.span())));
        return new PolicySet(
            new Schema(
                schema.enumerations(),
                schema.structures(),
                schema.entities(),
                signals,
                schema.actionFields(),
                schema.roles(),
                schema.obligations(),
                schema.challenges(),
                schema.events()),
            policies.rules(),
            policies.elevations(),
            policies.behaviors(),
            policies.openPlaces());
      };

  /** An elevation that gives what it does to whom it was not granted. */
  static final UnaryOperator<PolicySet> LENDS_WITHOUT_A_GRANT =
      policies ->
          new PolicySet(
              policies.schema(),
              Stream.concat(
                      policies.rules().stream(),
                      policies.elevations().stream().map(Elevation::permit))
                  .toList(),
              List.of(),
              policies.behaviors(),
              policies.openPlaces());

  /** An elevation that gives nothing, to whomever it was granted. */
  static final UnaryOperator<PolicySet> LENDS_NOTHING =
      policies ->
          new PolicySet(
              policies.schema(),
              policies.rules(),
              List.of(),
              policies.behaviors(),
              policies.openPlaces());

  private static Scope ofRolesAlone(Scope scope) {
    List<Expr> subjects =
        scope.subjects().stream()
            .map(
                subject ->
                    subject instanceof Expr.HasRole role
                        ? new Expr.HasRole(role.role(), Set.of(role.role()), role.span())
                        : subject)
            .toList();
    return new Scope(subjects, scope.targets(), scope.resources());
  }

  private static Expr orUnknown(Expr operand) {
    return new Expr.Or(
        List.of(operand, new Expr.Not(new Expr.Known(operand, operand.span()), operand.span())),
        operand.span());
  }

  private static Scope forAnyone(Scope scope) {
    return new Scope(List.of(), scope.targets(), scope.resources());
  }

  private static UnaryOperator<PolicySet> each(UnaryOperator<Expr> change) {
    return policies -> rules(policies, rule -> with(rule, rule.scope(), change));
  }

  private static PolicySet rules(PolicySet policies, UnaryOperator<Rule> change) {
    return new PolicySet(
        policies.schema(),
        policies.rules().stream().map(change).toList(),
        policies.elevations(),
        policies.behaviors(),
        policies.openPlaces());
  }

  private static Rule with(Rule rule, Scope scope, UnaryOperator<Expr> change) {
    return new Rule(
        rule.id(),
        rule.effect(),
        rule.shadow(),
        scope,
        changed(rule.when(), change),
        changed(rule.unless(), change),
        changed(rule.requirement(), change),
        rule.consequence(),
        rule.because(),
        rule.annotations(),
        rule.span());
  }

  private static @Nullable Expr changed(@Nullable Expr expr, UnaryOperator<Expr> change) {
    if (expr instanceof Expr.And and) {
      return change.apply(new Expr.And(changed(and.operands(), change), and.span()));
    }
    if (expr instanceof Expr.Or or) {
      return change.apply(new Expr.Or(changed(or.operands(), change), or.span()));
    }
    if (expr instanceof Expr.Not not) {
      return change.apply(new Expr.Not(changed(List.of(not.operand()), change).get(0), not.span()));
    }
    if (expr instanceof Expr.Named named) {
      Expr body = changed(List.of(named.body()), change).get(0);
      return change.apply(new Expr.Named(named.text(), body, named.open(), named.span()));
    }
    return expr == null ? null : change.apply(expr);
  }

  private static List<Expr> changed(List<Expr> all, UnaryOperator<Expr> change) {
    return all.stream().<Expr>map(each -> changed(each, change)).toList();
  }
}
