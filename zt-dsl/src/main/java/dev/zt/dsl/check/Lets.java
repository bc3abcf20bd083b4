package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.Argument;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.Parameter;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprText;
import dev.zt.policy.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Uses of named values: the body takes the place of the name, arguments that of parameters. */
final class Lets {
  private final ExprChecker checker;
  private final Checking checking;

  Lets(ExprChecker checker) {
    this.checker = checker;
    this.checking = checker.checking();
  }

  /** A name without arguments. */
  Expr use(Declared declared, Declaration.Let let, String written, Span span) {
    if (!let.parameters().isEmpty()) {
      return refuse(
          span,
          Code.BAD_ARGUMENTS,
          "`" + declared.name() + "` takes " + Counted.of(let.parameters().size(), "argument"),
          "write `" + written + "(" + parameterNames(let) + ")`");
    }
    if (Fixtures.isFixture(let)) {
      return refuse(
          span,
          Code.MISUSED_FIXTURE,
          "`" + declared.name() + "` is a fixture, which only tests can use",
          "a rule can name an entity: `Type \"id\"`");
    }
    if (refusesCycle(checking, declared)) {
      return poison(span);
    }
    Expr body = body(declared, let, span);
    return Poison.is(body) ? poison(span) : named(written, body, let, span);
  }

  private Expr body(Declared declared, Declaration.Let let, Span use) {
    Env env = checker.env();
    String usedAt = declared.isUsed() ? Places.of(checker.file(), use) : null;
    Env inner = env.inside(declared.file(), env.place(), Map.of(), usedAt);
    return checking
        .lets()
        .body(
            declared,
            env,
            inner,
            () -> lowerBounded(declared, let, inner, checking.lets().count(declared) > 0));
  }

  /** Lowers the body, unless that makes the let or the set too large. */
  private Expr lowerBounded(Declared declared, Declaration.Let let, Env inner, boolean again) {
    Expansion expansion = checking.expansion();
    if (checking.lets().hasFailed(declared) || (again && expansion.isSpent())) {
      return Poison.expr(declared.at());
    }
    Expr body = lower(declared, let, inner);
    if (again && expansion.isSpent()) {
      return Poison.expr(declared.at());
    }
    if (expansion.isTooLarge(body)) {
      return fail(declared, "`" + declared.name() + "` is too large with everything that it names");
    }
    return again && expansion.isTooMuch(body)
        ? fail(declared, "the uses of `" + declared.name() + "` make the set too large")
        : body;
  }

  private Expr fail(Declared declared, String message) {
    checking.lets().fail(declared);
    declared.file().report(Code.EXPANDS_TOO_FAR, declared.nameSpan(), message);
    return Poison.expr(declared.at());
  }

  private Expr lower(Declared declared, Declaration.Let let, Env inner) {
    ExprChecker bodyChecker = checker.in(inner);
    if (let.type() == null) {
      return bodyChecker.infer(let.body());
    }
    Type type = new TypeResolver(declared.file()).resolve(let.type());
    return bodyChecker.check(let.body(), type);
  }

  /** A call with arguments. */
  Expr apply(Declared declared, Declaration.Let let, Expression.Apply call) {
    Map<String, Expr> arguments = arguments(declared, let, call);
    if (arguments == null || refusesCycle(checking, declared)) {
      return checker.poison(call);
    }
    Env inner = checker.env().inside(declared.file(), Place.FUNCTION, arguments, null);
    Expr body = checking.lets().within(declared, () -> lowerBounded(declared, let, inner, true));
    if (Poison.is(body)) {
      return checker.poison(call);
    }
    String text =
        let.parameters().stream()
            .map(each -> arguments.get(each.name().text()))
            .map(each -> each == null ? "" : ExprText.of(each))
            .collect(Collectors.joining(", ", call.function().text() + "(", ")"));
    return named(text, body, let, call.span());
  }

  private @Nullable Map<String, Expr> arguments(
      Declared declared, Declaration.Let let, Expression.Apply call) {
    List<Expr> values = new ArrayList<>();
    Map<String, Expr> byName = new LinkedHashMap<>();
    TypeResolver types = new TypeResolver(declared.file());
    for (int i = 0; i < call.arguments().size(); i++) {
      Argument argument = call.arguments().get(i);
      if (argument.name() != null) {
        return wrongArguments(call, "`" + declared.name() + "` takes its arguments by their place");
      }
      if (i < let.parameters().size()) {
        Parameter parameter = let.parameters().get(i);
        Expr value = checker.check(argument.value(), types.resolve(parameter.type()));
        values.add(value);
        byName.put(parameter.name().text(), value);
      }
    }
    if (call.arguments().size() != let.parameters().size()) {
      return wrongArguments(
          call,
          "`"
              + declared.name()
              + "` takes "
              + Counted.of(let.parameters().size(), "argument")
              + ": `"
              + declared.name()
              + "("
              + parameterNames(let)
              + ")`");
    }
    return values.stream().anyMatch(Poison::is) ? null : byName;
  }

  private @Nullable Map<String, Expr> wrongArguments(Expression.Apply call, String message) {
    checker.file().report(Code.BAD_ARGUMENTS, call.span(), message);
    return null;
  }

  private Expr named(String text, Expr body, Declaration.Let let, Span span) {
    return new Expr.Named(text, body, Annotations.open(let.preamble()), checker.file().at(span));
  }

  private static String parameterNames(Declaration.Let let) {
    return let.parameters().stream()
        .map(each -> each.name().text())
        .collect(Collectors.joining(", "));
  }

  /** Whether a named value is being looked into already, which is reported as a cycle. */
  static boolean refusesCycle(Checking checking, Declared declared) {
    List<Declared> cycle = checking.lets().cycle(declared);
    if (cycle == null) {
      return false;
    }
    Declared first = checking.firstOf(cycle);
    first
        .file()
        .report(
            Code.CYCLE,
            first.nameSpan(),
            "`" + first.name() + "` leads back to itself",
            Cycles.path(cycle.stream().map(Declared::name).toList(), first.name()));
    return true;
  }

  /** Looks at the head of a let, and at the body of one with parameters. */
  void checkHead(Declared declared, Declaration.Let let) {
    Annotations.withOpen(declared.file(), let.preamble());
    checking
        .openPlaces()
        .add(declared.qualified(), Annotations.open(let.preamble()), declared.at());
    if (let.parameters().isEmpty()) {
      return;
    }
    if (Fixtures.isFixture(let)) {
      declared
          .file()
          .report(Code.MISUSED_FIXTURE, let.body().span(), "a fixture takes no parameters");
      return;
    }
    TypeResolver types = new TypeResolver(declared.file());
    Env env = checker.env();
    for (Parameter parameter : let.parameters()) {
      checking.isFresh(parameter.name(), env);
      Expr variable =
          new Expr.Variable(
              parameter.name().text(),
              types.resolve(parameter.type()),
              declared.file().at(parameter.name().span()));
      env = env.with(parameter.name().text(), variable);
    }
    Env inner = checker.env().inside(declared.file(), Place.FUNCTION, env.variables(), null);
    if (!refusesCycle(checking, declared)) {
      checking.lets().within(declared, () -> lowerBounded(declared, let, inner, false));
    }
  }

  /** Looks at the body of a let that nothing uses. */
  void checkUnused(Declared declared, Declaration.Let let) {
    if (let.parameters().isEmpty() && !Fixtures.isFixture(let)) {
      use(declared, let, declared.name(), declared.nameSpan());
    }
  }

  private Expr refuse(Span span, Code code, String message, String help) {
    checker.file().report(code, span, message, help);
    return poison(span);
  }

  private Expr poison(Span span) {
    return Poison.expr(checker.file().at(span));
  }
}
