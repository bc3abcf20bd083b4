package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Name;
import dev.zt.dsl.syntax.QualifiedName;
import dev.zt.policy.Expr;
import dev.zt.policy.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What declared values mean at the head of a path. */
final class NamedValues {
  private final ExprChecker checker;
  private final FileScope file;

  NamedValues(ExprChecker checker) {
    this.checker = checker;
    this.file = checker.file();
  }

  /** Reports a name that is declared and is no value. */
  PathHead refuse(List<Name> parts, int names, String message, @Nullable String help) {
    file.report(Code.NOT_A_VALUE, PathHead.span(parts, names), message, help);
    return PathHead.poison(file, parts);
  }

  /** A declared value under its name, which is the given number of names long. */
  PathHead value(Declared declared, List<Name> parts, int names) {
    declared.use();
    Declaration declaration = declared.declaration();
    Span span = PathHead.span(parts, names);
    if (declaration instanceof Declaration.Signal) {
      return signal(declared, parts, names);
    }
    if (declaration instanceof Declaration.Let let) {
      String written = new QualifiedName(parts.subList(0, names), span).text();
      return new PathHead(new Lets(checker).use(declared, let, written, span), names);
    }
    if (declaration instanceof Declaration.Behavior) {
      Type type = checker.checking().behaviors().type(declared);
      return Poison.is(type)
          ? PathHead.poison(file, parts)
          : new PathHead(new Expr.BehaviorValue(declared.qualified(), type, file.at(span)), names);
    }
    if (declaration instanceof Declaration.Elevation) {
      return elevation(declared, parts, names);
    }
    return refuse(
        parts,
        names,
        "`" + declared.name() + "` is a risk score",
        "compare it with a whole number: `" + declared.name() + " < 60`");
  }

  private PathHead signal(Declared declared, List<Name> parts, int names) {
    SignalType signal = checker.symbols().signals().get(declared.name());
    if (signal == null) {
      return PathHead.poison(file, parts);
    }
    if (parts.size() == names) {
      return refuse(
          parts,
          names,
          "`" + declared.name() + "` is a signal and has no value of its own",
          "name one of its fields: `" + declared.name() + ".…`");
    }
    return new PathHead(
        new FieldReads(checker).ofSignal(signal, parts.get(names), PathHead.span(parts, names + 1)),
        names + 1);
  }

  private PathHead elevation(Declared declared, List<Name> parts, int names) {
    if (parts.size() > names && parts.get(names).text().equals("active")) {
      return new PathHead(
          new Expr.ElevationActive(declared.qualified(), file.at(PathHead.span(parts, names + 1))),
          names + 1);
    }
    return refuse(
        parts,
        Math.min(parts.size(), names + 1),
        "an elevation can only be asked whether it is active",
        "write `" + declared.name() + ".active`");
  }
}
