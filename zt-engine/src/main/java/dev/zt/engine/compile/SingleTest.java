package dev.zt.engine.compile;

import dev.zt.engine.facts.PairQuestion;
import dev.zt.engine.facts.Question;
import dev.zt.policy.Affix;
import dev.zt.policy.CompareOp;
import dev.zt.policy.Containment;
import dev.zt.policy.Expr;
import dev.zt.policy.Type;
import dev.zt.policy.Type.Scalar;
import dev.zt.policy.value.Cidr;
import dev.zt.policy.value.CidrSet;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A test of just one thing that is read; what it is compared with has become what it is tested as,
 * such as a table of ranges.
 *
 * @param operand what is read, a plain expression
 */
record SingleTest(Expr operand, Question question) {
  /** A test as one of that kind, or null. */
  static @Nullable SingleTest of(Expr test) {
    SingleTest single = anyOf(test);
    return single != null && ValueWriter.isPlain(single.operand) ? single : null;
  }

  private static @Nullable SingleTest anyOf(Expr test) {
    if (test instanceof Expr.Compare compare) {
      return compared(compare);
    }
    if (test instanceof Expr.InSet in) {
      return membership(in.element(), in.set());
    }
    if (test instanceof Expr.Contains contains) {
      return contains(contains);
    }
    if (test instanceof Expr.InNetwork in) {
      return network(in);
    }
    if (test instanceof Expr.IsNone none) {
      return new SingleTest(none.operand(), Tests::isNone);
    }
    if (test instanceof Expr.Known known) {
      return new SingleTest(known.operand(), Tests::isKnown);
    }
    if (test instanceof Expr.IsType is) {
      return new SingleTest(is.entity(), reading -> Tests.isType(reading, is.entityType()));
    }
    if (test instanceof Expr.MatchesGlob matches) {
      return new SingleTest(matches.text(), reading -> Tests.matches(reading, matches.pattern()));
    }
    if (test instanceof Expr.MatchesSpiffe matches) {
      return new SingleTest(matches.id(), reading -> Tests.matches(reading, matches.pattern()));
    }
    if (test instanceof Expr.HasAffix affix) {
      return affix(affix);
    }
    return test instanceof Expr.HasRole || test instanceof Expr.HasGroup
        ? null
        : new SingleTest(test, Tests::isTrue);
  }

  // ---- comparisons ----

  private static @Nullable SingleTest compared(Expr.Compare compare) {
    Value right = ValueWriter.constant(compare.right());
    if (right != null) {
      return compared(compare.left(), compare.op(), right);
    }
    Value left = ValueWriter.constant(compare.left());
    return left == null ? null : compared(compare.right(), compare.op().mirrored(), left);
  }

  private static @Nullable SingleTest compared(Expr operand, CompareOp op, Value constant) {
    PairQuestion question = PairTest.comparing(operand.type(), op);
    return question == null
        ? null
        : new SingleTest(operand, reading -> question.answer(reading, constant));
  }

  private static @Nullable SingleTest affix(Expr.HasAffix affix) {
    Value other = ValueWriter.constant(affix.other());
    return other == null
        ? null
        : new SingleTest(
            affix.text(),
            affix.affix() == Affix.PREFIX
                ? reading -> Tests.startsWith(reading, other)
                : reading -> Tests.endsWith(reading, other));
  }

  // ---- membership ----

  private static @Nullable SingleTest membership(Expr element, Expr set) {
    Type type = bare(element.type());
    if (type instanceof Type.Structure) {
      return null;
    }
    List<Value> constants = ValueWriter.constants(set);
    if (constants != null) {
      return constants.isEmpty() ? null : new SingleTest(element, among(type, constants));
    }
    Value constant = ValueWriter.constant(element);
    return constant == null
        ? null
        : new SingleTest(set, reading -> Tests.contains(reading, constant));
  }

  private static Question among(Type type, List<Value> constants) {
    if (type == Scalar.COUNTRY) {
      CountrySet countries = CountrySet.of(constants);
      return reading -> Tests.among(reading, countries);
    }
    EnumSetOf enums = EnumSetOf.of(constants);
    if (enums != null) {
      return reading -> Tests.among(reading, enums);
    }
    Set<Value> values = Set.copyOf(constants);
    return reading -> Tests.among(reading, values);
  }

  private static @Nullable SingleTest contains(Expr.Contains contains) {
    if (contains.kind() == Containment.ONE) {
      return membership(contains.operand(), contains.set());
    }
    List<Value> wanted = ValueWriter.constants(contains.operand());
    Value operand = ValueWriter.constant(contains.operand());
    if (wanted == null || wanted.isEmpty() || operand == null) {
      return null;
    }
    return new SingleTest(
        contains.set(),
        contains.kind() == Containment.ANY
            ? reading -> Tests.containsAny(reading, operand)
            : reading -> Tests.containsAll(reading, operand));
  }

  private static @Nullable SingleTest network(Expr.InNetwork in) {
    if (bare(in.inner().type()) != Scalar.IP) {
      return null;
    }
    List<Cidr> ranges = new ArrayList<>();
    List<Value> constants = ValueWriter.constants(in.outer());
    if (constants != null) {
      for (Value range : constants) {
        ranges.add((Cidr) range);
      }
    } else if (ValueWriter.constant(in.outer()) instanceof Cidr single) {
      ranges.add(single);
    }
    if (ranges.isEmpty()) {
      return null;
    }
    CidrSet set = CidrSet.of(ranges);
    return new SingleTest(in.inner(), reading -> Tests.among(reading, set));
  }

  static Type bare(Type type) {
    return type instanceof Type.Optional optional ? optional.value() : type;
  }
}
