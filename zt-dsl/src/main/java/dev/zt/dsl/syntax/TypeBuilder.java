package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.ZtParser.TypeContext;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Makes types and the names of types. Nothing stands for one that was reported. */
final class TypeBuilder {
  private static final String SET = "set";

  private final Reporter reporter;
  private final NameBuilder names;

  TypeBuilder(Reporter reporter, NameBuilder names) {
    this.reporter = reporter;
    this.names = names;
  }

  Optional<TypeExpression> type(TypeContext context) {
    QualifiedName name = names.qualified(context.qualifiedType());
    boolean isSet = name.text().equals(SET);
    if (context.type() != null && !isSet) {
      reporter.report(
          Code.NO_SUCH_FORM,
          name.span(),
          "only `set` has a type in angle brackets",
          "several values are a `set<" + reporter.text(context.type().getStart()) + ">`");
      return Optional.empty();
    }
    if (context.type() == null && isSet) {
      reporter.report(
          Code.NO_SUCH_FORM, name.span(), "`set` does not say of what", "write `set<string>`");
      return Optional.empty();
    }
    if (context.QUESTION().size() > 1) {
      Token second = context.QUESTION(1).getSymbol();
      reporter.report(
          Code.NO_SUCH_FORM, Reporter.span(second), "a type is optional once", "leave it out");
      return Optional.empty();
    }
    Optional<TypeExpression> bare =
        context.type() == null
            ? Optional.of(new TypeExpression.Named(name))
            : setOf(type(context.type()), context);
    return context.QUESTION().isEmpty() || bare.isEmpty()
        ? bare
        : Optional.of(new TypeExpression.Optional(bare.get(), Reporter.span(context)));
  }

  private static Optional<TypeExpression> setOf(
      Optional<TypeExpression> element, TypeContext context) {
    Span span = Reporter.span(context.getStart(), context.GREATER().getSymbol());
    return element.isEmpty() ? element : Optional.of(new TypeExpression.SetOf(element.get(), span));
  }

  /** The name of a declared type, which begins upper-case. */
  Optional<QualifiedName> declared(ParserRuleContext context) {
    QualifiedName name = names.qualified(context);
    if (!PathBuilder.isType(name.last())) {
      reportLowerCase(reporter, name.last());
      return Optional.empty();
    }
    return Optional.of(name);
  }

  /** Reports a lower-case name where a declared type should stand. */
  static void reportLowerCase(Reporter reporter, Name name) {
    reporter.report(
        Code.BAD_NAME,
        name.span(),
        "the name of a type begins upper-case",
        "write `" + upper(name.text()) + "`");
  }

  private static String upper(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
