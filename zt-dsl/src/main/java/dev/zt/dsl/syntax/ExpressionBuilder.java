package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.ZtParser.ArgumentContext;
import dev.zt.dsl.syntax.ZtParser.ArgumentsContext;
import dev.zt.dsl.syntax.ZtParser.ConjunctionContext;
import dev.zt.dsl.syntax.ZtParser.ExpressionContext;
import dev.zt.dsl.syntax.ZtParser.GroupContext;
import dev.zt.dsl.syntax.ZtParser.NegationContext;
import dev.zt.dsl.syntax.ZtParser.PostfixContext;
import dev.zt.dsl.syntax.ZtParser.PrimaryContext;
import dev.zt.dsl.syntax.ZtParser.ProductContext;
import dev.zt.dsl.syntax.ZtParser.PropertiesContext;
import dev.zt.dsl.syntax.ZtParser.QuantifiedContext;
import dev.zt.dsl.syntax.ZtParser.SubjectTestContext;
import dev.zt.dsl.syntax.ZtParser.SumContext;
import dev.zt.dsl.syntax.ZtParser.UnaryContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes expressions. */
final class ExpressionBuilder {
  private final Reporter reporter;
  private final NameBuilder names;
  private final TextReader texts;
  private final NumberReader numbers;
  private final ComparisonBuilder comparisons;
  private final PathBuilder paths;

  ExpressionBuilder(Reporter reporter, NameBuilder names, TextReader texts, NumberReader numbers) {
    this.reporter = reporter;
    this.names = names;
    this.texts = texts;
    this.numbers = numbers;
    this.comparisons = new ComparisonBuilder(reporter, names, this);
    this.paths = new PathBuilder(reporter, names, texts, this);
  }

  Expression expression(ExpressionContext context) {
    List<Expression> operands = new ArrayList<>();
    for (ConjunctionContext operand : context.conjunction()) {
      operands.add(conjunction(operand));
    }
    return operands.size() == 1
        ? operands.get(0)
        : new Expression.Or(operands, spans(context.OR()), Reporter.span(context));
  }

  List<Expression> expressions(List<ExpressionContext> contexts) {
    List<Expression> expressions = new ArrayList<>();
    for (ExpressionContext context : contexts) {
      expressions.add(expression(context));
    }
    return expressions;
  }

  private Expression conjunction(ConjunctionContext context) {
    List<Expression> operands = new ArrayList<>();
    for (NegationContext operand : context.negation()) {
      operands.add(negation(operand));
    }
    return operands.size() == 1
        ? operands.get(0)
        : new Expression.And(operands, spans(context.AND()), Reporter.span(context));
  }

  private Expression negation(NegationContext context) {
    Expression result = comparisons.comparison(context.comparison());
    List<TerminalNode> signs = context.NOT();
    for (int i = signs.size() - 1; i >= 0; i--) {
      Token sign = signs.get(i).getSymbol();
      result =
          new Expression.Not(result, Reporter.span(sign), Reporter.span(sign, context.getStop()));
    }
    return result;
  }

  Expression sum(SumContext context) {
    Expression result = product(context.product(0));
    for (int i = 1; i < context.product().size(); i++) {
      Token sign = (Token) context.getChild(2 * i - 1).getPayload();
      BinaryOperator operator =
          sign.getType() == ZtLexer.PLUS ? BinaryOperator.PLUS : BinaryOperator.MINUS;
      ProductContext right = context.product(i);
      result =
          new Expression.Binary(
              operator,
              result,
              product(right),
              Reporter.span(sign),
              Reporter.span(context.getStart(), right.getStop()));
    }
    return result;
  }

  private Expression product(ProductContext context) {
    Expression result = unary(context.unary(0));
    for (int i = 1; i < context.unary().size(); i++) {
      UnaryContext right = context.unary(i);
      result =
          new Expression.Binary(
              BinaryOperator.TIMES,
              result,
              unary(right),
              Reporter.span(context.TIMES(i - 1).getSymbol()),
              Reporter.span(context.getStart(), right.getStop()));
    }
    return result;
  }

  /** The sign right before a number belongs to it, so that the smallest int can be written. */
  private Expression unary(UnaryContext context) {
    List<TerminalNode> signs = context.MINUS();
    PrimaryContext primary = context.postfix().primary();
    boolean signedNumber =
        !signs.isEmpty()
            && primary != null
            && primary.NUMBER() != null
            && context.postfix().anyName().isEmpty();
    int left = signs.size() - 1;
    Expression result;
    if (signedNumber) {
      Token sign = signs.get(left).getSymbol();
      Token number = primary.NUMBER().getSymbol();
      result = numbers.read(true, number, Reporter.span(sign, number));
      left--;
    } else {
      result = postfix(context.postfix());
    }
    for (; left >= 0; left--) {
      Token sign = signs.get(left).getSymbol();
      result =
          new Expression.Negate(
              result, Reporter.span(sign), Reporter.span(sign, context.getStop()));
    }
    return result;
  }

  private Expression postfix(PostfixContext context) {
    if (context.subjectTest() != null) {
      return new Expression.SubjectTest(subjectTest(context.subjectTest()));
    }
    return context.path() != null
        ? paths.path(context)
        : paths.select(primary(context.primary()), context.anyName(), context.getStart());
  }

  private Expression primary(PrimaryContext context) {
    if (context.quantified() != null) {
      return quantified(context.quantified());
    }
    if (context.list() != null) {
      return new Expression.ListLiteral(
          expressions(context.list().expression()), Reporter.span(context));
    }
    if (context.group() != null) {
      return group(context.group());
    }
    if (context.properties() != null) {
      return properties(context.properties());
    }
    if (context.arguments() != null) {
      return known(context.getStart(), context.arguments(), Reporter.span(context));
    }
    return leaf(context);
  }

  private Expression leaf(PrimaryContext context) {
    Span span = Reporter.span(context);
    Token first = context.getStart();
    return switch (first.getType()) {
      case ZtLexer.TRUE -> new Expression.BoolLiteral(true, span);
      case ZtLexer.FALSE -> new Expression.BoolLiteral(false, span);
      case ZtLexer.NONE -> new Expression.NoneLiteral(span);
      case ZtLexer.NUMBER -> numbers.read(false, first, span);
      case ZtLexer.STRING -> new Expression.TextLiteral(texts.read(first).value(), span);
      default -> throw new IllegalStateException("no primary begins with " + first);
    };
  }

  private Selector subjectTest(SubjectTestContext context) {
    Span span = Reporter.span(context);
    if (context.SEGMENT() != null) {
      return new Selector.OfSegment(names.qualified(context.qualifiedName()), span);
    }
    Text text = texts.read(context.STRING().getSymbol());
    return context.ROLE() != null
        ? new Selector.OfRole(text, span)
        : new Selector.OfGroup(text, span);
  }

  private Expression quantified(QuantifiedContext context) {
    return new Expression.Quantified(
        context.ANY() != null ? Expression.Quantifier.ANY : Expression.Quantifier.ALL,
        names.name(context.name()),
        expression(context.expression(0)),
        expression(context.expression(1)),
        Reporter.span(context));
  }

  private Expression group(GroupContext context) {
    if (context.expression().size() == 1) {
      return expression(context.expression(0));
    }
    reporter.report(
        Code.NO_SUCH_FORM,
        Reporter.span(context),
        "a list is written in square brackets",
        "write `[…]` for `(…)`");
    return new Expression.ListLiteral(expressions(context.expression()), Reporter.span(context));
  }

  private Expression known(Token function, ArgumentsContext context, Span span) {
    List<Argument> arguments = arguments(context);
    boolean positional = arguments.stream().allMatch(argument -> argument.name() == null);
    if (function.getType() == ZtLexer.KNOWN && arguments.size() == 1 && positional) {
      return new Expression.Known(arguments.get(0).value(), span);
    }
    if (function.getType() == ZtLexer.DEFAULT && arguments.size() == 2 && positional) {
      return new Expression.Default(arguments.get(0).value(), arguments.get(1).value(), span);
    }
    reporter.report(
        Code.NO_SUCH_FORM,
        span,
        function.getType() == ZtLexer.KNOWN
            ? "`known` takes one value"
            : "`default` takes a value and what stands in for it",
        function.getType() == ZtLexer.KNOWN
            ? "write `known(device.id)`"
            : "write `default(device.score, 0)`");
    return new Expression.Broken(span);
  }

  List<Argument> arguments(ArgumentsContext context) {
    return context.argument().stream().map(this::argument).toList();
  }

  private Argument argument(ArgumentContext context) {
    return new Argument(
        context.memberName() == null ? null : names.name(context.memberName()),
        expression(context.expression()),
        Reporter.span(context));
  }

  Expression.RecordLiteral properties(PropertiesContext context) {
    List<Property> properties = new ArrayList<>();
    for (ZtParser.PropertyContext property : context.property()) {
      properties.add(
          new Property(
              names.name(property.memberName()),
              expression(property.expression()),
              Reporter.span(property)));
    }
    return new Expression.RecordLiteral(properties, Reporter.span(context));
  }

  private static List<Span> spans(List<TerminalNode> nodes) {
    List<Span> spans = new ArrayList<>();
    for (TerminalNode node : nodes) {
      spans.add(Reporter.span(node.getSymbol()));
    }
    return spans;
  }
}
