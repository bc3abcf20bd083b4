package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.syntax.BinaryOperator;
import dev.zt.dsl.syntax.Expression;
import dev.zt.policy.Affix;
import dev.zt.policy.Expr;
import dev.zt.policy.Type;
import dev.zt.policy.Type.Scalar;
import dev.zt.policy.value.Glob;
import dev.zt.policy.value.SpiffePattern;

/** {@code matches}, {@code starts with} and {@code ends with}. */
final class TextTests {
  private final ExprChecker checker;

  TextTests(ExprChecker checker) {
    this.checker = checker;
  }

  Expr test(Expression.Binary test) {
    Expr left = checker.infer(test.left());
    Type type = Types.bare(left);
    boolean pattern = test.operator() == BinaryOperator.MATCHES;
    if (Poison.is(type)) {
      if (!pattern && !checker.isFlexible(test.right())) {
        checker.infer(test.right());
      }
      return checker.poison(test);
    }
    if (type == Scalar.STRING) {
      return pattern ? glob(test, left) : affix(test, left);
    }
    if (type == Scalar.SPIFFE && pattern) {
      return spiffe(test, left);
    }
    checker
        .file()
        .report(
            Code.NO_SUCH_OPERATOR,
            test.opSpan(),
            Types.a(type) + " has no `" + test.operator().text() + "`");
    return checker.poison(test);
  }

  private Expr affix(Expression.Binary test, Expr text) {
    Affix affix = test.operator() == BinaryOperator.STARTS_WITH ? Affix.PREFIX : Affix.SUFFIX;
    Expr other = checker.check(test.right(), Scalar.STRING);
    return new Expr.HasAffix(affix, text, other, checker.at(test));
  }

  private Expr glob(Expression.Binary test, Expr text) {
    if (!(test.right() instanceof Expression.TextLiteral literal)) {
      return refuse(test);
    }
    Glob pattern =
        TextReader.read(
            checker.file(), literal.value(), literal.span(), Code.BAD_PATTERN, Glob::parse);
    return pattern == null
        ? checker.poison(test)
        : new Expr.MatchesGlob(text, pattern, checker.at(test));
  }

  private Expr spiffe(Expression.Binary test, Expr id) {
    if (!(test.right() instanceof Expression.TextLiteral literal)) {
      return refuse(test);
    }
    SpiffePattern pattern =
        TextReader.read(
            checker.file(),
            literal.value(),
            literal.span(),
            Code.BAD_PATTERN,
            SpiffePattern::parse);
    return pattern == null
        ? checker.poison(test)
        : new Expr.MatchesSpiffe(id, pattern, checker.at(test));
  }

  private Expr refuse(Expression.Binary test) {
    if (test.right() instanceof Expression.Broken) {
      return checker.poison(test);
    }
    checker
        .file()
        .report(
            Code.NOT_A_CONSTANT,
            test.right().span(),
            "a pattern is written as text in the place itself",
            "`==`, `starts with` and `ends with` take any string");
    return checker.poison(test);
  }
}
