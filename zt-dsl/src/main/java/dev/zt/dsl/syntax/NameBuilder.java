package dev.zt.dsl.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** Makes names of the rules that are one. */
final class NameBuilder {
  private final Reporter reporter;

  NameBuilder(Reporter reporter) {
    this.reporter = reporter;
  }

  Name name(Token token) {
    return new Name(reporter.text(token), Reporter.span(token));
  }

  /** The name of a rule of one token. */
  Name name(ParserRuleContext context) {
    return name(context.getStart());
  }

  List<Name> names(List<? extends ParserRuleContext> contexts) {
    List<Name> names = new ArrayList<>();
    for (ParserRuleContext context : contexts) {
      names.add(name(context));
    }
    return names;
  }

  /** The name of a rule that consists of names and dots. */
  QualifiedName qualified(ParserRuleContext context) {
    List<Name> parts = new ArrayList<>();
    for (ParseTree child : context.children) {
      if (child instanceof ParserRuleContext part) {
        parts.add(name(part));
      } else if (child.getPayload() instanceof Token token && token.getType() != ZtLexer.DOT) {
        parts.add(name(token));
      }
    }
    return new QualifiedName(parts, Reporter.span(context));
  }
}
