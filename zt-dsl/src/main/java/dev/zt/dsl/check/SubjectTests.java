package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.Selector;
import dev.zt.policy.CompareOp;
import dev.zt.policy.Expr;
import dev.zt.policy.SourceSpan;
import dev.zt.policy.Type;
import dev.zt.policy.value.Value;
import java.util.Set;

/** Roles, groups, segments, types and single entities as conditions about the subject. */
final class SubjectTests {
  private final ExprChecker checker;

  SubjectTests(ExprChecker checker) {
    this.checker = checker;
  }

  /** A condition within an expression. */
  Expr test(Expression.SubjectTest test) {
    checker.env().reads().readSubject();
    if (!checker.env().place().hasSubject()) {
      return checker.refuse(
          Code.NOT_IN_SCOPE,
          test,
          "there is no `subject` here whose roles, groups or endpoint could be looked at",
          checker.env().place().reason());
    }
    return of(test.selector());
  }

  /** A condition that one of the subjects of a rule stands for. */
  Expr of(Selector selector) {
    return selector.accept(new Tests());
  }

  private final class Tests implements Selector.Visitor<Expr> {
    private SourceSpan at(Selector selector) {
      return checker.file().at(selector.span());
    }

    private Expr subject(Selector selector) {
      return new Expr.Subject(checker.env().subject(), at(selector));
    }

    @Override
    public Expr visitType(Selector.OfType selector) {
      String type = new TypeResolver(checker.file()).entity(selector.type());
      return type == null
          ? Poison.expr(at(selector))
          : new Expr.IsType(subject(selector), type, at(selector));
    }

    @Override
    public Expr visitEntity(Selector.OfEntity selector) {
      String type = new TypeResolver(checker.file()).entity(selector.type());
      if (type == null) {
        return Poison.expr(at(selector));
      }
      Expr literal =
          new Expr.Literal(
              new Value.Ref(type, selector.id().value()), Type.Entity.of(type), at(selector));
      return new Expr.Compare(CompareOp.EQ, subject(selector), literal, at(selector));
    }

    @Override
    public Expr visitRole(Selector.OfRole selector) {
      Set<String> grantedBy = checker.symbols().roles().grantedBy(checker.file(), selector.role());
      return new Expr.HasRole(selector.role().value(), grantedBy, at(selector));
    }

    @Override
    public Expr visitGroup(Selector.OfGroup selector) {
      return new Expr.HasGroup(selector.group().value(), at(selector));
    }

    @Override
    public Expr visitSegment(Selector.OfSegment selector) {
      Declared declared = checker.file().resolve(Namespace.SEGMENT, selector.segment());
      return declared != null && declared.declaration() instanceof Declaration.Segment segment
          ? new Segments(checker).ofSubject(declared, segment, selector)
          : Poison.expr(at(selector));
    }
  }
}
