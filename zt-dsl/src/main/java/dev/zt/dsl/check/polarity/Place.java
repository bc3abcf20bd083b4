package dev.zt.dsl.check.polarity;

import dev.zt.policy.Expr;
import org.jspecify.annotations.Nullable;

/**
 * Where in a rule an expression stands.
 *
 * @param closes whether the clause that holds it is a closing one, before any {@code not}
 * @param mayOpen whether an {@code @open} can stand before what holds the clause
 * @param let the use of a let that it is the body of, or part of the body of; null outside of lets
 * @param negation the {@code not} whose operand it is, or null
 * @param comparison the comparison of a risk whose term holds it, or null
 * @param open whether the risk whose term holds it is compared in a let that may open
 */
record Place(
    Position position,
    boolean closes,
    boolean mayOpen,
    @Nullable LetUse let,
    Expr.@Nullable Not negation,
    Expr.@Nullable RiskCompare comparison,
    boolean open) {

  static Place clause(Position position, boolean mayOpen) {
    return new Place(position, position == Position.CLOSING, mayOpen, null, null, null, false);
  }

  Place flipped() {
    return new Place(position.flipped(), closes, mayOpen, let, null, comparison, open);
  }

  Place under(Expr.Not not) {
    return new Place(position.flipped(), closes, mayOpen, let, not, comparison, open);
  }

  /** The place of something that is joined with others here. */
  Place part() {
    return negation == null
        ? this
        : new Place(position, closes, mayOpen, let, null, comparison, open);
  }

  Place operand() {
    return new Place(position.operand(), closes, mayOpen, let, null, comparison, open);
  }

  Place body(Expr.Named use) {
    return new Place(position, closes, mayOpen, new LetUse(use, let), null, comparison, open);
  }

  Place term(Expr.RiskCompare compared, long weight, boolean openHere) {
    Position added = position.ofTerm(compared.op());
    return new Place(
        weight < 0 ? added.flipped() : added, closes, mayOpen, null, null, compared, openHere);
  }
}
