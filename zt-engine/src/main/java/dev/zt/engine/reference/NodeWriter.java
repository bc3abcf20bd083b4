package dev.zt.engine.reference;

import dev.zt.Explanation.Node;
import dev.zt.Unknown;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.ExprText;
import dev.zt.policy.Secrets;
import dev.zt.policy.Type;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conditions as trees, with the values that they saw. */
final class NodeWriter {
  private static final int MOST_ELEMENTS = 20;

  /** Stands where the value of a secret would. */
  private static final String SECRET = "(secret)";

  private final Evaluation evaluation;
  private final Secrets secrets;

  NodeWriter(Evaluation evaluation, Secrets secrets) {
    this.evaluation = evaluation;
    this.secrets = secrets;
  }

  /** Alternatives of a scope as one condition; empty when there is nothing to test. */
  Optional<Node> alternatives(List<Expr> alternatives) {
    if (alternatives.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        alternatives.size() == 1
            ? node(alternatives.get(0))
            : node(new Expr.Or(alternatives, alternatives.get(0).span())));
  }

  /** The operands of a conjunction one by one, or the condition itself. */
  List<Node> conjuncts(Expr condition) {
    return condition instanceof Expr.And and
        ? and.operands().stream().map(this::node).toList()
        : List.of(node(condition));
  }

  /** A condition that must not hold. */
  Node unless(Expr condition) {
    Node inner = node(condition);
    return new Node(
        "unless " + inner.text(),
        isHidden(condition) ? null : evaluation.judge(condition).not().truth(),
        null,
        null,
        inner.children().isEmpty() ? List.of(inner) : inner.children());
  }

  /** What a rule insists on. */
  Node requirement(Expr condition) {
    Node inner = node(condition);
    return new Node(
        "require " + inner.text(), inner.truth(), inner.value(), inner.unknown(), inner.children());
  }

  Node node(Expr expr) {
    Judged judged = evaluation.judge(expr);
    String text = ExprText.of(expr);
    if (isAttribute(expr)) {
      Value value = judged.value();
      Unknown unknown = judged.unknowns().isEmpty() ? null : judged.unknowns().get(0);
      boolean hidden = secrets.in(expr);
      boolean condition = value instanceof Value.Bool && !hidden;
      return new Node(
          text,
          condition ? judged.truth() : null,
          value == null ? null : hidden ? SECRET : ExprText.value(value),
          unknown,
          List.of());
    }
    List<Node> children = new ArrayList<>();
    if (expr instanceof Expr.Quantified quantified) {
      children.addAll(elements(quantified));
    } else if (expr instanceof Expr.HasRole) {
      children.add(node(roles("roles", expr)));
    } else if (expr instanceof Expr.HasGroup) {
      children.add(node(roles("groups", expr)));
    } else {
      ExprParts.of(expr).stream()
          .filter(NodeWriter::isTelling)
          .map(this::node)
          .forEach(children::add);
    }
    return new Node(text, judged.truth(), null, null, children);
  }

  private static Expr roles(String field, Expr at) {
    Type.SetOf strings = new Type.SetOf(Type.Scalar.STRING);
    return new Expr.FieldOf(
        new Expr.Subject(new Type.Entity(List.of()), at.span()), field, strings, at.span());
  }

  /** The condition for each element, as far as a person would read them. */
  private List<Node> elements(Expr.Quantified quantified) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(node(quantified.set()));
    if (!secrets.in(quantified.set())
        && evaluation.judge(quantified.set()).value() instanceof Value.SetOf set) {
      for (Value element : set.elements()) {
        if (nodes.size() > MOST_ELEMENTS) {
          break;
        }
        Node body =
            new NodeWriter(evaluation.with(quantified.variable(), element), secrets)
                .node(quantified.body());
        nodes.add(
            new Node(
                quantified.variable() + " = " + ExprText.value(element) + ": " + body.text(),
                body.truth(),
                body.value(),
                body.unknown(),
                body.children()));
      }
    }
    return nodes;
  }

  private boolean isHidden(Expr condition) {
    return isAttribute(condition) && secrets.in(condition);
  }

  /** Whether the expression is shown as a name and a value, without its parts. */
  private static boolean isAttribute(Expr expr) {
    if (expr instanceof Expr.Named named) {
      return !(named.body() instanceof Expr.Condition) && isAttribute(named.body());
    }
    return !(expr instanceof Expr.Condition);
  }

  /** Whether an operand tells a reader more than the condition it stands in. */
  private static boolean isTelling(Expr operand) {
    return !(operand instanceof Expr.Literal || isConstantList(operand));
  }

  private static boolean isConstantList(Expr expr) {
    if (expr instanceof Expr.Named named) {
      return isConstantList(named.body()) || named.body() instanceof Expr.Literal;
    }
    return expr instanceof Expr.ListOf list
        && list.elements().stream().allMatch(element -> element instanceof Expr.Literal);
  }
}
