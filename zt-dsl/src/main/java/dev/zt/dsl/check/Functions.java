package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.dsl.syntax.Argument;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Expression;
import dev.zt.policy.Expr;
import dev.zt.policy.Type;
import dev.zt.policy.Type.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls: of lets with parameters, and of the functions of the language. */
final class Functions {
  private static final List<String> BUILT_IN = List.of("lower", "size", "distance", "ancestors");

  /** What other languages call something that this one has. */
  private static final Map<String, String> FOREIGN =
      Map.ofEntries(
          Map.entry("len", "`size`"),
          Map.entry("length", "`size`"),
          Map.entry("count", "`size`"),
          Map.entry("lowercase", "`lower`"),
          Map.entry("toLower", "`lower`"),
          Map.entry("to_lower", "`lower`"),
          Map.entry("has", "`known`"),
          Map.entry("exists", "`known` or `any`"),
          Map.entry("defined", "`known`"),
          Map.entry("isDefined", "`known`"),
          Map.entry("is_defined", "`known`"),
          Map.entry("coalesce", "`default`"),
          Map.entry("startsWith", "`starts with`"),
          Map.entry("starts_with", "`starts with`"),
          Map.entry("startswith", "`starts with`"),
          Map.entry("endsWith", "`ends with`"),
          Map.entry("ends_with", "`ends with`"),
          Map.entry("endswith", "`ends with`"),
          Map.entry("contains", "`contains` between two operands"));

  private final ExprChecker checker;

  Functions(ExprChecker checker) {
    this.checker = checker;
  }

  Expr apply(Expression.Apply call) {
    String name = call.function().text();
    List<Declared> found =
        call.function().isQualified() || checker.env().own() != null
            ? List.of()
            : checker.file().visible(Namespace.VALUE, name);
    if (found.isEmpty() && BUILT_IN.contains(name)) {
      return builtIn(call, name);
    }
    if (checker.env().own() != null || (found.isEmpty() && !call.function().isQualified())) {
      return unknown(call, name);
    }
    Declared declared = checker.file().resolve(Namespace.VALUE, call.function());
    if (declared == null) {
      inferAll(call);
      return checker.poison(call);
    }
    if (declared.declaration() instanceof Declaration.Let let && !let.parameters().isEmpty()) {
      return new Lets(checker).apply(declared, let, call);
    }
    checker
        .file()
        .report(
            Code.BAD_ARGUMENTS,
            call.function().span(),
            "`" + declared.name() + "` takes no arguments");
    inferAll(call);
    return checker.poison(call);
  }

  private void inferAll(Expression.Apply call) {
    for (Argument argument : call.arguments()) {
      if (!checker.isFlexible(argument.value())) {
        checker.infer(argument.value());
      }
    }
  }

  private Expr unknown(Expression.Apply call, String name) {
    inferAll(call);
    if (checker.file().isBroken(name)) {
      return checker.poison(call);
    }
    Set<String> candidates = new LinkedHashSet<>(BUILT_IN);
    candidates.addAll(List.of("known", "default"));
    if (checker.env().own() == null) {
      candidates.addAll(checker.file().visibleNames(Namespace.VALUE));
    }
    String foreign = FOREIGN.get(name);
    String help =
        foreign == null
            ? Nearest.help(name, candidates).orElse(null)
            : "did you mean " + foreign + "?";
    checker
        .file()
        .report(
            Code.UNKNOWN_FUNCTION,
            call.function().span(),
            "there is no function `" + name + "`",
            help == null ? checker.file().importFor(Namespace.VALUE, name) : help);
    return checker.poison(call);
  }

  private Expr builtIn(Expression.Apply call, String name) {
    List<Expression> arguments = new ArrayList<>();
    for (Argument argument : call.arguments()) {
      if (argument.name() != null) {
        return checker.refuse(
            Code.BAD_ARGUMENTS, call, "`" + name + "` takes its arguments by their place", null);
      }
      arguments.add(argument.value());
    }
    int wanted = name.equals("distance") ? 2 : 1;
    if (arguments.size() != wanted) {
      inferAll(call);
      return checker.refuse(
          Code.BAD_ARGUMENTS, call, "`" + name + "` takes " + Counted.of(wanted, "argument"), null);
    }
    Expression first = arguments.get(0);
    return switch (name) {
      case "lower" -> new Expr.Lower(checker.check(first, Scalar.STRING), checker.at(call));
      case "size" -> size(call, first);
      case "distance" ->
          new Expr.DistanceBetween(
              checker.check(first, Scalar.POINT),
              checker.check(arguments.get(1), Scalar.POINT),
              checker.at(call));
      default -> ancestors(call, first);
    };
  }

  private Expr size(Expression.Apply call, Expression argument) {
    Expr set = checker.infer(argument);
    if (Poison.is(set)) {
      return checker.poison(call);
    }
    if (!(Types.bare(set) instanceof Type.SetOf)) {
      return checker.refuse(
          Code.TYPE_MISMATCH, argument, "a set is expected here, not " + Types.a(set.type()), null);
    }
    return new Expr.Size(set, checker.at(call));
  }

  private Expr ancestors(Expression.Apply call, Expression argument) {
    Expr entity = checker.infer(argument);
    if (Poison.is(entity)) {
      return checker.poison(call);
    }
    if (!(Types.bare(entity) instanceof Type.Entity type)) {
      return checker.refuse(
          Code.TYPE_MISMATCH,
          argument,
          "an entity is expected here, not " + Types.a(entity.type()),
          null);
    }
    Type.Entity above = checker.symbols().ancestors(type);
    return new Expr.Ancestors(entity, new Type.SetOf(above), checker.at(call));
  }
}
