package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.Name;
import dev.zt.dsl.syntax.QualifiedName;
import dev.zt.policy.Expr;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names and what follows them after dots. Only what is in scope tells a field from a further part
 * of a qualified name.
 */
final class Paths {
  /** What every rule can speak of. */
  static final Set<String> BUILT_IN = Set.of("subject", "resource", "action", "now");

  private final ExprChecker checker;
  private final Env env;
  private final FileScope file;
  private final FieldReads reads;

  Paths(ExprChecker checker) {
    this.checker = checker;
    this.env = checker.env();
    this.file = checker.file();
    this.reads = new FieldReads(checker);
  }

  /** Whether a bare name stands for a value that is in scope. */
  boolean isValue(Name name) {
    String text = name.text();
    Env.OwnFields own = env.own();
    return env.variables().containsKey(text)
        || BUILT_IN.contains(text)
        || (own != null
            ? own.owner().find(text) != null
            : !file.visible(Namespace.VALUE, text).isEmpty());
  }

  /** A path as a value. */
  Expr path(Expression expression) {
    Optional<QualifiedName> names = Expression.path(expression);
    if (names.isEmpty()) {
      return afterDot((Expression.Select) expression);
    }
    List<Name> parts = names.get().parts();
    PathHead head = head(parts, expression);
    Expr value = head.expr();
    for (int i = head.names(); i < parts.size(); i++) {
      value = reads.field(value, parts.get(i), PathHead.span(parts, i + 1));
    }
    return value;
  }

  private Expr afterDot(Expression.Select select) {
    Expr target = checker.infer(select.target());
    return reads.field(target, select.name(), select.span());
  }

  private PathHead head(List<Name> parts, Expression whole) {
    Name first = parts.get(0);
    Env.OwnFields own = env.own();
    Expr variable = env.variables().get(first.text());
    if (variable != null) {
      return new PathHead(variable, 1);
    }
    if (own != null) {
      return ownField(own, parts);
    }
    if (BUILT_IN.contains(first.text())) {
      return builtIn(parts);
    }
    List<Declared> found = file.visible(Namespace.VALUE, first.text());
    if (found.size() > 1) {
      file.clash(first.span(), found);
      return PathHead.poison(file, parts);
    }
    if (!found.isEmpty()) {
      return new NamedValues(checker).value(found.get(0), parts, 1);
    }
    PathHead qualified = parts.size() > 1 ? new QualifiedPaths(checker).head(parts) : null;
    return qualified == null ? new UnknownNames(checker).refuse(parts, whole) : qualified;
  }

  private PathHead ownField(Env.OwnFields own, List<Name> parts) {
    Name first = parts.get(0);
    DeclaredField field = own.owner().find(first.text());
    if (field != null) {
      return new PathHead(own.read(field, file.at(first.span())), 1);
    }
    if (first.text().equals("now")) {
      return new PathHead(new Expr.Now(file.at(first.span())), 1);
    }
    PathHead constant = parts.size() > 1 ? new QualifiedPaths(checker).head(parts) : null;
    if (constant != null) {
      return constant;
    }
    if (!file.isBroken(first.text())) {
      file.report(
          Code.UNKNOWN_FIELD,
          first.span(),
          "`" + own.owner().name() + "` has no field `" + first.text() + "`",
          Nearest.help(first.text(), own.owner().names()).orElse(Place.FIELD.reason()));
    }
    return PathHead.poison(file, parts);
  }

  private PathHead builtIn(List<Name> parts) {
    Name first = parts.get(0);
    return switch (first.text()) {
      case "now" -> new PathHead(new Expr.Now(file.at(first.span())), 1);
      case "subject" -> {
        env.reads().readSubject();
        yield env.place().hasSubject()
            ? new PathHead(new Expr.Subject(env.subject(), file.at(first.span())), 1)
            : notHere(parts);
      }
      case "resource" -> {
        env.reads().readResource();
        yield env.place().hasResource()
            ? new PathHead(new Expr.Resource(env.resource(), file.at(first.span())), 1)
            : notHere(parts);
      }
      default -> env.place().hasAction() ? action(parts) : notHere(parts);
    };
  }

  private PathHead notHere(List<Name> parts) {
    Name first = parts.get(0);
    file.report(
        Code.NOT_IN_SCOPE,
        first.span(),
        "there is no `" + first.text() + "` here",
        env.place().reason());
    return PathHead.poison(file, parts);
  }

  private PathHead action(List<Name> parts) {
    if (parts.size() == 1) {
      return new NamedValues(checker)
          .refuse(parts, 1, "the action itself is no value", "its name is `action.name`");
    }
    return new PathHead(reads.ofAction(parts.get(1), PathHead.span(parts, 2)), 2);
  }
}
