package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.ZtParser.ComparisonContext;
import dev.zt.dsl.syntax.ZtParser.ComparisonOperatorContext;
import dev.zt.dsl.syntax.ZtParser.ComparisonTailContext;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Makes comparisons and the tests with {@code is}, and refuses what the language has not. */
final class ComparisonBuilder {
  private final Reporter reporter;
  private final NameBuilder names;
  private final ExpressionBuilder expressions;

  ComparisonBuilder(Reporter reporter, NameBuilder names, ExpressionBuilder expressions) {
    this.reporter = reporter;
    this.names = names;
    this.expressions = expressions;
  }

  Expression comparison(ComparisonContext context) {
    Expression left = expressions.sum(context.sum());
    if (context.comparisonTail().isEmpty()) {
      return left;
    }
    if (context.comparisonTail().size() > 1) {
      reportChain(context);
      return new Expression.Broken(Reporter.span(context));
    }
    ComparisonTailContext tail = context.comparisonTail(0);
    Span span = Reporter.span(context);
    return tail.IS() != null ? is(left, tail, span) : operator(left, tail, span);
  }

  private void reportChain(ComparisonContext context) {
    ComparisonTailContext second = context.comparisonTail(1);
    Span operator =
        second.IS() != null
            ? Reporter.span(second.IS().getSymbol())
            : Reporter.span(second.comparisonOperator());
    reporter.report(
        Code.CHAINED_COMPARISON,
        operator,
        "a comparison cannot be compared again",
        "join two comparisons with `and`: `a < b and b < c`");
  }

  private Expression is(Expression left, ComparisonTailContext tail, Span span) {
    Token is = tail.IS().getSymbol();
    if (tail.NOT() != null) {
      Span written = Reporter.span(is, tail.NOT().getSymbol());
      String rest = tail.NONE() != null ? "none" : reporter.text(tail.qualifiedType().getStart());
      reporter.report(
          Code.NO_SUCH_FORM,
          written,
          "`is not` is written with `not` in front",
          "write `not (… is " + rest + ")`");
      return new Expression.Broken(span);
    }
    if (tail.NONE() != null) {
      return new Expression.IsNone(left, Reporter.span(is, tail.NONE().getSymbol()), span);
    }
    return new Expression.IsType(
        left, names.qualified(tail.qualifiedType()), Reporter.span(is), span);
  }

  private Expression operator(Expression left, ComparisonTailContext tail, Span span) {
    Expression right = expressions.sum(tail.sum());
    ComparisonOperatorContext context = tail.comparisonOperator();
    Span opSpan = Reporter.span(context);
    Optional<BinaryOperator> operator = operator(context);
    return operator.isPresent()
        ? new Expression.Binary(operator.get(), left, right, opSpan, span)
        : new Expression.Broken(span);
  }

  private Optional<BinaryOperator> operator(ComparisonOperatorContext context) {
    Span span = Reporter.span(context);
    if (context.ASSIGN() != null) {
      reporter.report(Code.FOREIGN_WORD, span, "`=` does not compare", "write `==`");
      return Optional.of(BinaryOperator.EQUAL);
    }
    if (context.NOT() != null && context.IN() == null) {
      String word = reporter.text(context.NOT().getSymbol());
      String rest = reporter.source().text(span).substring(word.length()).strip();
      reporter.report(
          Code.NO_SUCH_FORM,
          span,
          "`not` stands before the whole comparison",
          "write `not (… " + rest + " …)`");
      return Optional.empty();
    }
    return Optional.of(plain(context));
  }

  private static BinaryOperator plain(ComparisonOperatorContext context) {
    if (context.IN() != null) {
      return context.NOT() != null ? BinaryOperator.NOT_IN : BinaryOperator.IN;
    }
    if (context.CONTAINS() != null) {
      if (context.ANY() != null) {
        return BinaryOperator.CONTAINS_ANY;
      }
      return context.ALL() != null ? BinaryOperator.CONTAINS_ALL : BinaryOperator.CONTAINS;
    }
    int type = context.getStart().getType();
    return switch (type) {
      case ZtLexer.EQUAL -> BinaryOperator.EQUAL;
      case ZtLexer.NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
      case ZtLexer.LESS -> BinaryOperator.LESS;
      case ZtLexer.LESS_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
      case ZtLexer.GREATER -> BinaryOperator.GREATER;
      case ZtLexer.GREATER_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
      case ZtLexer.MATCHES -> BinaryOperator.MATCHES;
      case ZtLexer.STARTS -> BinaryOperator.STARTS_WITH;
      case ZtLexer.ENDS -> BinaryOperator.ENDS_WITH;
      default -> throw new IllegalStateException("no comparison begins with " + type);
    };
  }
}
