package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.ZtParser.AnyNameContext;
import dev.zt.dsl.syntax.ZtParser.PathContext;
import dev.zt.dsl.syntax.ZtParser.PostfixContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.antlr.v4.runtime.Token;

/** Makes names, field accesses, calls and entities of the dotted paths that they begin with. */
final class PathBuilder {
  private static final Map<String, String> LITERALS =
      Map.of("TRUE", "true", "FALSE", "false", "NONE", "none", "NULL", "none", "NIL", "none");

  private static final Map<String, String> METHODS =
      Map.ofEntries(
          Map.entry("contains", "x contains y"),
          Map.entry("containsall", "x contains all y"),
          Map.entry("containsany", "x contains any y"),
          Map.entry("startswith", "x starts with y"),
          Map.entry("starts_with", "x starts with y"),
          Map.entry("endswith", "x ends with y"),
          Map.entry("ends_with", "x ends with y"),
          Map.entry("matches", "x matches y"),
          Map.entry("equals", "x == y"),
          Map.entry("in", "x in y"),
          Map.entry("size", "size(x)"),
          Map.entry("length", "size(x)"),
          Map.entry("isempty", "size(x) == 0"),
          Map.entry("lower", "lower(x)"),
          Map.entry("tolowercase", "lower(x)"));

  private final Reporter reporter;
  private final NameBuilder names;
  private final TextReader texts;
  private final ExpressionBuilder expressions;

  PathBuilder(
      Reporter reporter, NameBuilder names, TextReader texts, ExpressionBuilder expressions) {
    this.reporter = reporter;
    this.names = names;
    this.texts = texts;
    this.expressions = expressions;
  }

  /** What begins with a path. */
  Expression path(PostfixContext context) {
    QualifiedName path = names.qualified(context.path());
    if (context.arguments() != null) {
      return select(call(context, path), context.anyName(), context.getStart());
    }
    if (context.STRING() != null) {
      return select(entity(context, path), context.anyName(), context.getStart());
    }
    return value(context.path(), path);
  }

  /** An expression and the names after its dots. */
  Expression select(Expression target, List<AnyNameContext> fields, Token start) {
    Expression result = target;
    for (AnyNameContext field : fields) {
      result =
          new Expression.Select(result, names.name(field), Reporter.span(start, field.getStop()));
    }
    return result;
  }

  private Expression value(PathContext context, QualifiedName path) {
    if (isType(path.last())) {
      reportType(path);
      return new Expression.Broken(path.span());
    }
    Expression first = new Expression.Reference(path.parts().get(0));
    return select(first, context.anyName(), context.getStart());
  }

  private void reportType(QualifiedName path) {
    String name = path.last().text();
    String literal = LITERALS.get(name.toUpperCase(Locale.ROOT));
    if (literal != null && !path.isQualified()) {
      reporter.report(
          Code.FOREIGN_WORD,
          path.span(),
          "there is no `" + name + "`",
          "did you mean `" + literal + "`?");
      return;
    }
    reporter.report(
        Code.NO_SUCH_FORM,
        path.span(),
        "`" + name + "` is a type, and a value should stand here",
        "one of them is `" + name + " \"id\"`; whether something is one, `x is " + name + "`");
  }

  private Expression call(PostfixContext context, QualifiedName path) {
    Span span = Reporter.span(context.getStart(), context.arguments().getStop());
    String method = METHODS.get(path.last().text().toLowerCase(Locale.ROOT));
    if (path.isQualified() && method != null) {
      reporter.report(
          Code.NO_SUCH_FORM,
          path.last().span(),
          "values have no methods",
          "write `" + method + "`");
      return new Expression.Broken(span);
    }
    if (isType(path.last())) {
      reporter.report(
          Code.NO_SUCH_FORM,
          path.span(),
          "`" + path.last().text() + "` is a type and cannot be called",
          "one of them is `" + path.last().text() + " \"id\"`");
      return new Expression.Broken(span);
    }
    return new Expression.Apply(path, expressions.arguments(context.arguments()), span);
  }

  private Expression entity(PostfixContext context, QualifiedName type) {
    boolean hasProperties = context.properties() != null;
    Token last = hasProperties ? context.properties().getStop() : context.STRING().getSymbol();
    Span span = Reporter.span(context.getStart(), last);
    if (!isType(type.last())) {
      TypeBuilder.reportLowerCase(reporter, type.last());
      return new Expression.Broken(span);
    }
    return new Expression.EntityLiteral(
        type,
        texts.read(context.STRING().getSymbol()),
        hasProperties ? expressions.properties(context.properties()) : null,
        span);
  }

  static boolean isType(Name name) {
    char first = name.text().charAt(0);
    return first >= 'A' && first <= 'Z';
  }
}
