package dev.zt.dsl.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.check.Written;
import dev.zt.policy.CompareOp;
import dev.zt.policy.Expr;
import dev.zt.policy.SourceSpan;
import dev.zt.policy.Type;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SearchTest {
  private static final SourceSpan NOWHERE = new SourceSpan("test.zt", 1, 1, 0);
  private static final int LEAST = -2;
  private static final int MOST = 6;

  private static Expr field(String name) {
    return new Expr.SignalField("s", name, Type.Scalar.INT, NOWHERE);
  }

  private static Expr compare(String name, CompareOp op, long value) {
    return new Expr.Compare(
        op, field(name), new Expr.Literal(new Value.Int(value), Type.Scalar.INT, NOWHERE), NOWHERE);
  }

  private static boolean ruledOut(Expr expr, boolean wanted) {
    Demands demands =
        new Demands(Written.set().schema(), new Kinds(Written.set().schema()), new Meaning(), true);
    return new Search(true).add(expr, wanted, new Constraints(demands)) != null;
  }

  @Test
  void anEmptyRangeOfWholeNumbersIsSeen() {
    Expr gap =
        new Expr.And(
            List.of(compare("x", CompareOp.GT, 5), compare("x", CompareOp.LT, 6)), NOWHERE);

    assertThat(ruledOut(gap, true)).isTrue();
    assertThat(ruledOut(gap, false)).isFalse();
  }

  @Test
  void alternativesThatAreAllRuledOutRuleOutTheWhole() {
    Expr either =
        new Expr.Or(List.of(compare("x", CompareOp.EQ, 1), compare("x", CompareOp.EQ, 2)), NOWHERE);
    Expr neither = new Expr.And(List.of(compare("x", CompareOp.GT, 2), either), NOWHERE);
    Expr one = new Expr.And(List.of(compare("x", CompareOp.GT, 1), either), NOWHERE);

    assertThat(ruledOut(neither, true)).isTrue();
    assertThat(ruledOut(one, true)).isFalse();
  }

  /** What is ruled out must hold for no request whatever: all of them are tried. */
  @Property(tries = 2000)
  void nothingThatCanHappenIsRuledOut(@ForAll("conditions") Expr expr, @ForAll boolean wanted) {
    if (ruledOut(expr, wanted)) {
      for (int x = LEAST; x <= MOST; x++) {
        for (int y = LEAST; y <= MOST; y++) {
          assertThat(holds(expr, x, y)).as("x %d, y %d", x, y).isNotEqualTo(wanted);
        }
      }
    }
  }

  @Property(tries = 500)
  void aConjunctionOfOneVariableThatCannotHoldIsRuledOut(@ForAll("conjunctions") List<Expr> parts) {
    boolean possible = false;
    for (int x = -100; x <= 100; x++) {
      possible |= holds(new Expr.And(parts, NOWHERE), x, 0);
    }

    assertThat(ruledOut(new Expr.And(parts, NOWHERE), true)).isNotEqualTo(possible);
  }

  private static boolean holds(Expr expr, long x, long y) {
    if (expr instanceof Expr.And and) {
      return and.operands().stream().allMatch(each -> holds(each, x, y));
    }
    if (expr instanceof Expr.Or or) {
      return or.operands().stream().anyMatch(each -> holds(each, x, y));
    }
    if (expr instanceof Expr.Not not) {
      return !holds(not.operand(), x, y);
    }
    Expr.Compare compare = (Expr.Compare) expr;
    return compare
        .op()
        .holds(Long.compare(value(compare.left(), x, y), value(compare.right(), x, y)));
  }

  private static long value(Expr expr, long x, long y) {
    if (expr instanceof Expr.SignalField field) {
      return field.field().equals("x") ? x : y;
    }
    return ((Value.Int) Objects.requireNonNull(Constants.of(expr))).value();
  }

  @Provide
  Arbitrary<Expr> conditions() {
    Arbitrary<CompareOp> ops = Arbitraries.of(CompareOp.values());
    Arbitrary<Long> numbers = Arbitraries.longs().between(LEAST + 1, MOST - 1);
    Arbitrary<Expr> withNumber =
        Combinators.combine(Arbitraries.of("x", "y"), ops, numbers).as(SearchTest::compare);
    Arbitrary<Expr> withEachOther =
        ops.map(op -> new Expr.Compare(op, field("x"), field("y"), NOWHERE));
    return nested(Arbitraries.oneOf(withNumber, withNumber, withEachOther), 3);
  }

  private static Arbitrary<Expr> nested(Arbitrary<Expr> leaves, int depth) {
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<Expr> parts = nested(leaves, depth - 1);
    Arbitrary<List<Expr>> several = parts.list().ofMinSize(2).ofMaxSize(3);
    return Arbitraries.oneOf(
        parts,
        several.map(each -> new Expr.And(each, NOWHERE)),
        several.map(each -> new Expr.Or(each, NOWHERE)),
        parts.map(each -> new Expr.Not(each, NOWHERE)));
  }

  @Provide
  Arbitrary<List<Expr>> conjunctions() {
    Arbitrary<CompareOp> ops = Arbitraries.of(CompareOp.values());
    Arbitrary<Long> numbers = Arbitraries.longs().between(0, 6);
    return Combinators.combine(ops, numbers)
        .as((op, number) -> compare("x", op, number))
        .list()
        .ofMinSize(2)
        .ofMaxSize(5)
        .map(ArrayList::new);
  }
}
