package dev.zt.dsl.check.lint;

import com.google.common.hash.HashCode;
import dev.zt.policy.CompareOp;
import dev.zt.policy.Expr;
import dev.zt.policy.RiskTerm;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What comparisons tell. */
final class ComparisonDemands {
  private static final Values SIGNS = Values.from(-1, 1);

  private final Told told;
  private final boolean withTypes;

  ComparisonDemands(Told told, boolean withTypes) {
    this.told = told;
    this.withTypes = withTypes;
  }

  List<Demand> of(Expr.Compare compare, boolean wanted) {
    Value left = Constants.of(compare.left());
    Value right = Constants.of(compare.right());
    if (left != null && right != null) {
      return constants(compare, left, right, wanted);
    }
    if (right != null) {
      return compared(compare.left(), compare.op(), right, wanted);
    }
    return left != null
        ? compared(compare.right(), flipped(compare.op()), left, wanted)
        : compareTwo(compare, wanted);
  }

  private static List<Demand> constants(
      Expr.Compare compare, Value left, Value right, boolean wanted) {
    Comparable<?> a = Constants.place(left, compare.right().type());
    Comparable<?> b = Constants.place(right, compare.left().type());
    if (a == null || b == null) {
      boolean holds = left.equals(right) == (compare.op() == CompareOp.EQ);
      return holds == wanted ? List.of() : Told.never(null);
    }
    Values both = Values.comparing(compare.op(), b).and(Values.comparing(CompareOp.EQ, a));
    return both.isEmpty() != wanted ? List.of() : Told.never(null);
  }

  private List<Demand> compared(Expr operand, CompareOp op, Value constant, boolean wanted) {
    Comparable<?> place = Constants.place(constant, operand.type());
    List<Demand> demands = new ArrayList<>();
    demands.add(told.present(operand, Presence.SOME));
    if (place != null) {
      demands.add(told.value(operand, Told.wanted(Values.comparing(op, place), wanted)));
    }
    if (constant instanceof Value.Ref ref && (op == CompareOp.EQ) == wanted) {
      demands.add(
          new Demand(
              new Key(Key.Aspect.TYPE, told.meaning().of(operand)),
              Values.oneOf(Set.of(ref.type()))));
    }
    return demands;
  }

  private List<Demand> compareTwo(Expr.Compare compare, boolean wanted) {
    HashCode left = told.meaning().of(compare.left());
    HashCode right = told.meaning().of(compare.right());
    if (left.equals(right)) {
      return compare.op().holds(0) == wanted ? List.of() : Told.never("both sides are the same");
    }
    List<String> a = Kinds.ofOne(compare.left().type());
    List<String> b = Kinds.ofOne(compare.right().type());
    boolean equal = (compare.op() == CompareOp.EQ) == wanted;
    if (withTypes && equal && !a.isEmpty() && !b.isEmpty() && a.stream().noneMatch(b::contains)) {
      return Told.never(Kinds.anyOf(a) + " is never " + Kinds.anyOf(b));
    }
    boolean inOrder = left.asLong() < right.asLong();
    Values signs =
        Told.wanted(Values.comparing(inOrder ? compare.op() : flipped(compare.op()), 0L), wanted);
    Key key =
        new Key(
            Key.Aspect.ORDER,
            inOrder ? Meaning.ordered("pair", left, right) : Meaning.ordered("pair", right, left));
    return List.of(
        told.present(compare.left(), Presence.SOME),
        told.present(compare.right(), Presence.SOME),
        new Demand(key, signs.and(SIGNS)));
  }

  private static CompareOp flipped(CompareOp op) {
    return switch (op) {
      case EQ -> CompareOp.EQ;
      case NE -> CompareOp.NE;
      case LT -> CompareOp.GT;
      case LE -> CompareOp.GE;
      case GT -> CompareOp.LT;
      case GE -> CompareOp.LE;
    };
  }

  List<Demand> of(Expr.RiskCompare risk, boolean wanted) {
    Values compared = Values.comparing(risk.op(), risk.threshold());
    return List.of(
        new Demand(
            new Key(Key.Aspect.SCORE, told.meaning().risk(risk)),
            Told.wanted(compared, wanted).and(possibleScores(risk))));
  }

  private static Values possibleScores(Expr.RiskCompare risk) {
    long least = 0;
    long most = 0;
    for (RiskTerm term : risk.terms()) {
      least += Math.max(-100, Math.min(0, term.weight()));
      most += Math.min(100, Math.max(0, term.weight()));
    }
    return Values.from(Math.max(0, least), Math.min(100, most));
  }
}
