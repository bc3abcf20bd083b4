package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.QualifiedName;
import dev.zt.policy.CompareOp;
import dev.zt.policy.Expr;
import dev.zt.policy.RiskTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Risk scores, which can only be compared with whole numbers. */
final class Risks {
  private static final long MOST = 1_000_000;

  private final ExprChecker checker;
  private final Checking checking;

  Risks(ExprChecker checker) {
    this.checker = checker;
    this.checking = checker.checking();
  }

  boolean isRisk(Expression expression) {
    return find(expression) != null;
  }

  private @Nullable Declared find(Expression expression) {
    QualifiedName name = Expression.path(expression).orElse(null);
    if (name == null
        || checker.env().own() != null
        || checker.env().variables().containsKey(name.parts().get(0).text())) {
      return null;
    }
    List<Declared> found = found(name);
    return found.size() == 1 && found.get(0).declaration() instanceof Declaration.Risk
        ? found.get(0)
        : null;
  }

  private List<Declared> found(QualifiedName name) {
    if (!name.isQualified()) {
      return checker.file().visible(Namespace.VALUE, name.text());
    }
    PolicyModule module = checker.file().module(name.qualifier());
    Declared found = module == null ? null : module.find(Namespace.VALUE, name.last().text());
    return found == null ? List.of() : List.of(found);
  }

  /** A comparison in which the score stands on the left. */
  Expr compare(Expression.Binary comparison, Expression score, CompareOp op, Expression threshold) {
    Declared declared = find(score);
    if (declared == null || !(declared.declaration() instanceof Declaration.Risk risk)) {
      throw new IllegalArgumentException("not a risk");
    }
    declared.use();
    if (!(threshold instanceof Expression.IntLiteral number)) {
      if (!checker.isFlexible(threshold) && !isRisk(threshold)) {
        checker.infer(threshold);
      }
      return threshold instanceof Expression.Broken
          ? checker.poison(comparison)
          : checker.refuse(
              Code.TYPE_MISMATCH,
              threshold,
              "a risk score is compared with a whole number, written as such",
              null);
    }
    if (Lets.refusesCycle(checking, declared)) {
      return checker.poison(comparison);
    }
    LetBodies.Terms terms = terms(declared, risk);
    String written = Expression.path(score).map(QualifiedName::text).orElse(declared.name());
    Expr compared =
        new Expr.RiskCompare(written, terms.list(), op, number.value(), checker.at(comparison));
    if (terms.sound() && checking.expansion().isTooLarge(compared)) {
      declared
          .file()
          .report(
              Code.EXPANDS_TOO_FAR,
              declared.nameSpan(),
              "`" + declared.name() + "` is too large with everything that it names");
    }
    return terms.sound() ? compared : checker.poison(comparison);
  }

  private LetBodies.Terms terms(Declared declared, Declaration.Risk risk) {
    Env env = checker.env();
    Env inner = env.inside(declared.file(), env.place(), Map.of(), null);
    return checking.lets().terms(declared, env, inner, () -> lower(risk, checker.in(inner)));
  }

  private static LetBodies.Terms lower(Declaration.Risk risk, ExprChecker checker) {
    List<RiskTerm> terms = new ArrayList<>();
    boolean sound = true;
    for (Declaration.Risk.Term term : risk.terms()) {
      Expr condition = checker.condition(term.when());
      if (term.amount() > MOST) {
        checker
            .file()
            .report(
                Code.OUT_OF_RANGE,
                term.amountSpan(),
                "a term adds or subtracts at most " + MOST,
                "a score lies between 0 and 100");
        sound = false;
      } else {
        terms.add(new RiskTerm(term.subtract() ? -term.amount() : term.amount(), condition));
      }
      sound &= !Poison.is(condition);
    }
    return new LetBodies.Terms(List.copyOf(terms), sound);
  }

  /** Looks at a risk that nothing uses. */
  void checkUnused(Declared declared, Declaration.Risk risk) {
    if (!Lets.refusesCycle(checking, declared)) {
      terms(declared, risk);
    }
  }
}
