package dev.zt.engine.compile;

import dev.zt.engine.facts.PairQuestion;
import dev.zt.policy.Affix;
import dev.zt.policy.CompareOp;
import dev.zt.policy.Expr;
import dev.zt.policy.Type;
import dev.zt.policy.Type.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * A test of two things that are read.
 *
 * @param left the first operand, a plain expression
 * @param right the second operand, a plain expression
 * @param stopsAtEmptySet whether an empty set settles it, whatever the other operand is
 */
record PairTest(Expr left, Expr right, PairQuestion question, boolean stopsAtEmptySet) {
  /** A test as one of that kind, or null. */
  static @Nullable PairTest of(Expr test) {
    PairTest pair = anyOf(test);
    return pair != null && ValueWriter.isPlain(pair.left) && ValueWriter.isPlain(pair.right)
        ? pair
        : null;
  }

  private static @Nullable PairTest anyOf(Expr test) {
    if (test instanceof Expr.Compare compare) {
      PairQuestion question = comparing(compare.left().type(), compare.op());
      return question == null
          ? null
          : new PairTest(compare.left(), compare.right(), question, false);
    }
    if (test instanceof Expr.InSet in) {
      return contains(in.set(), in.element());
    }
    if (test instanceof Expr.Contains contains) {
      return switch (contains.kind()) {
        case ONE -> contains(contains.set(), contains.operand());
        case ANY -> new PairTest(contains.set(), contains.operand(), Tests::containsAny, true);
        case ALL -> new PairTest(contains.set(), contains.operand(), Tests::containsAll, true);
      };
    }
    return test instanceof Expr.HasAffix affix
        ? new PairTest(
            affix.text(),
            affix.other(),
            affix.affix() == Affix.PREFIX ? Tests::startsWith : Tests::endsWith,
            false)
        : null;
  }

  private static @Nullable PairTest contains(Expr set, Expr element) {
    return SingleTest.bare(element.type()) instanceof Type.Structure
            || ValueWriter.constants(set) != null
        ? null
        : new PairTest(set, element, Tests::contains, true);
  }

  /** How values of a type are compared; null for those that the reference compares. */
  static @Nullable PairQuestion comparing(Type optional, CompareOp op) {
    Type type = SingleTest.bare(optional);
    int signs = Tests.signs(op);
    if (type instanceof Type.Enumeration) {
      return (left, right) -> Tests.compareEnums(left, right, signs);
    }
    PairQuestion ordered = type instanceof Scalar scalar ? ordered(scalar, signs) : null;
    if (ordered != null) {
      return ordered;
    }
    return type instanceof Type.Structure ? null : same(type, op == CompareOp.EQ);
  }

  private static @Nullable PairQuestion ordered(Scalar type, int signs) {
    return switch (type) {
      case INT -> (left, right) -> Tests.compareInts(left, right, signs);
      case DECIMAL -> (left, right) -> Tests.compareDecimals(left, right, signs);
      case DURATION -> (left, right) -> Tests.compareDurations(left, right, signs);
      case TIME -> (left, right) -> Tests.compareTimes(left, right, signs);
      case DISTANCE -> (left, right) -> Tests.compareDistances(left, right, signs);
      case SPEED -> (left, right) -> Tests.compareSpeeds(left, right, signs);
      case VERSION -> (left, right) -> Tests.compareVersions(left, right, signs);
      case BOOL, STRING, IP, CIDR, COUNTRY, POINT, SCHEDULE, SPIFFE -> null;
    };
  }

  private static PairQuestion same(Type type, boolean wanted) {
    PairQuestion same =
        type == Scalar.STRING
            ? Tests::sameText
            : type == Scalar.COUNTRY
                ? Tests::sameCountry
                : type instanceof Type.Entity ? Tests::sameEntity : Tests::same;
    return wanted ? same : (left, right) -> Tests.not(same.answer(left, right));
  }
}
