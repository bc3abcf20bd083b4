package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.Name;
import dev.zt.dsl.syntax.QualifiedName;
import dev.zt.policy.Expr;
import dev.zt.policy.Schema;
import dev.zt.policy.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names and what follows them after dots. Only what is in scope tells a field from a further part
 * of a qualified name.
 */
final class Paths {
  private static final Set<String> BUILT_IN = Set.of("subject", "resource", "action", "now");

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

  /** What the first names of a path stand for, and how many they are. */
  private record Head(Expr expr, int names) {}

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
    Head head = head(parts, expression);
    Expr value = head.expr;
    for (int i = head.names; i < parts.size(); i++) {
      value = reads.field(value, parts.get(i), span(parts, i + 1));
    }
    return value;
  }

  private Expr afterDot(Expression.Select select) {
    Expr target = checker.infer(select.target());
    return reads.field(target, select.name(), select.span());
  }

  private static Span span(List<Name> parts, int names) {
    return parts.get(0).span().to(parts.get(names - 1).span());
  }

  private Expr poison(List<Name> parts) {
    return Poison.expr(file.at(span(parts, parts.size())));
  }

  private Head head(List<Name> parts, Expression whole) {
    Name first = parts.get(0);
    Env.OwnFields own = env.own();
    Expr variable = env.variables().get(first.text());
    if (variable != null) {
      return new Head(variable, 1);
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
      return new Head(poison(parts), parts.size());
    }
    if (!found.isEmpty()) {
      return value(found.get(0), parts, 1);
    }
    Head qualified = parts.size() > 1 ? qualified(parts) : null;
    return qualified == null ? unknown(parts, whole) : qualified;
  }

  private Head ownField(Env.OwnFields own, List<Name> parts) {
    Name first = parts.get(0);
    DeclaredField field = own.owner().find(first.text());
    if (field != null) {
      return new Head(own.read(field, file.at(first.span())), 1);
    }
    if (first.text().equals("now")) {
      return new Head(new Expr.Now(file.at(first.span())), 1);
    }
    Head constant = parts.size() > 1 ? qualified(parts) : null;
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
    return new Head(poison(parts), parts.size());
  }

  private Head builtIn(List<Name> parts) {
    Name first = parts.get(0);
    return switch (first.text()) {
      case "now" -> new Head(new Expr.Now(file.at(first.span())), 1);
      case "subject" -> {
        env.reads().readSubject();
        yield env.place().hasSubject()
            ? new Head(new Expr.Subject(env.subject(), file.at(first.span())), 1)
            : notHere(parts);
      }
      case "resource" -> {
        env.reads().readResource();
        yield env.place().hasResource()
            ? new Head(new Expr.Resource(env.resource(), file.at(first.span())), 1)
            : notHere(parts);
      }
      default -> env.place().hasAction() ? action(parts) : notHere(parts);
    };
  }

  private Head notHere(List<Name> parts) {
    Name first = parts.get(0);
    file.report(
        Code.NOT_IN_SCOPE,
        first.span(),
        "there is no `" + first.text() + "` here",
        env.place().reason());
    return new Head(poison(parts), parts.size());
  }

  private Head action(List<Name> parts) {
    if (parts.size() == 1) {
      return notAValue(parts, 1, "the action itself is no value", "its name is `action.name`");
    }
    return new Head(reads.ofAction(parts.get(1), span(parts, 2)), 2);
  }

  private Head notAValue(List<Name> parts, int names, String message, @Nullable String help) {
    file.report(Code.NOT_A_VALUE, span(parts, names), message, help);
    return new Head(poison(parts), parts.size());
  }

  /** A declared value under its name, which is the given number of names long. */
  private Head value(Declared declared, List<Name> parts, int names) {
    declared.use();
    Declaration declaration = declared.declaration();
    Span span = span(parts, names);
    if (declaration instanceof Declaration.Signal) {
      return signal(declared, parts, names);
    }
    if (declaration instanceof Declaration.Let let) {
      String written = new QualifiedName(parts.subList(0, names), span).text();
      return new Head(new Lets(checker).use(declared, let, written, span), names);
    }
    if (declaration instanceof Declaration.Behavior) {
      Type type = checker.checking().behaviors().type(declared);
      return Poison.is(type)
          ? new Head(poison(parts), parts.size())
          : new Head(new Expr.BehaviorValue(declared.qualified(), type, file.at(span)), names);
    }
    if (declaration instanceof Declaration.Elevation) {
      return elevation(declared, parts, names);
    }
    return notAValue(
        parts,
        names,
        "`" + declared.name() + "` is a risk score",
        "compare it with a whole number: `" + declared.name() + " < 60`");
  }

  private Head signal(Declared declared, List<Name> parts, int names) {
    SignalType signal = checker.symbols().signals().get(declared.name());
    if (signal == null) {
      return new Head(poison(parts), parts.size());
    }
    if (parts.size() == names) {
      return notAValue(
          parts,
          names,
          "`" + declared.name() + "` is a signal and has no value of its own",
          "name one of its fields: `" + declared.name() + ".…`");
    }
    return new Head(reads.ofSignal(signal, parts.get(names), span(parts, names + 1)), names + 1);
  }

  private Head elevation(Declared declared, List<Name> parts, int names) {
    if (parts.size() > names && parts.get(names).text().equals("active")) {
      return new Head(
          new Expr.ElevationActive(declared.qualified(), file.at(span(parts, names + 1))),
          names + 1);
    }
    return notAValue(
        parts,
        Math.min(parts.size(), names + 1),
        "an elevation can only be asked whether it is active",
        "write `" + declared.name() + ".active`");
  }

  /** A path that begins with a type or a module; null when it does not. */
  private @Nullable Head qualified(List<Name> parts) {
    for (int modules = parts.size() - 1; modules >= 0; modules--) {
      String module =
          new QualifiedName(parts.subList(0, Math.max(modules, 1)), span(parts, 1)).text();
      PolicyModule in = modules == 0 ? null : file.module(module);
      if (modules > 0 && in == null) {
        continue;
      }
      Head head = in == null ? typeHere(parts) : inModule(in, parts, modules);
      if (head != null) {
        return head;
      }
    }
    return null;
  }

  private @Nullable Head typeHere(List<Name> parts) {
    List<Declared> found = file.visible(Namespace.TYPE, parts.get(0).text());
    if (found.size() > 1) {
      file.clash(parts.get(0).span(), found);
      return new Head(poison(parts), parts.size());
    }
    return found.isEmpty() ? null : constant(found.get(0), parts, 1);
  }

  private @Nullable Head inModule(PolicyModule module, List<Name> parts, int modules) {
    String name = parts.get(modules).text();
    Declared value = module.find(Namespace.VALUE, name);
    if (value != null) {
      return value(value, parts, modules + 1);
    }
    Declared type = module.find(Namespace.TYPE, name);
    if (type != null) {
      return constant(type, parts, modules + 1);
    }
    if (!file.isBroken(name)) {
      file.report(
          Code.UNKNOWN_NAME,
          parts.get(modules).span(),
          "the module `" + module.name() + "` declares no `" + name + "`",
          Nearest.help(name, module.namesOf(Namespace.VALUE)).orElse(null));
    }
    return new Head(poison(parts), parts.size());
  }

  /** A constant after the name of its enum, which is the given number of names long. */
  private Head constant(Declared declared, List<Name> parts, int names) {
    declared.use();
    Schema.Enumeration type = checker.symbols().enumerations().get(declared.qualified());
    if (type == null || parts.size() == names) {
      return notAValue(
          parts,
          names,
          "`" + declared.name() + "` is a type",
          type == null
              ? "`x is " + declared.name() + "` tests for it"
              : "write `" + declared.name() + ".` and one of its constants");
    }
    Name constant = parts.get(names);
    int ordinal = type.constants().indexOf(constant.text());
    if (ordinal < 0) {
      file.report(
          Code.UNKNOWN_CONSTANT,
          constant.span(),
          "`" + declared.name() + "` has no constant `" + constant.text() + "`",
          Nearest.help(constant.text(), type.constants()).orElse(null));
      return new Head(poison(parts), parts.size());
    }
    return new Head(Constants.constant(type, ordinal, file.at(span(parts, names + 1))), names + 1);
  }

  private Head unknown(List<Name> parts, Expression whole) {
    Name first = parts.get(0);
    if (!file.isBroken(first.text())) {
      String module = new QualifiedName(parts, whole.span()).qualifier();
      if (parts.size() > 1 && file.moduleExists(module)) {
        file.report(
            Code.UNKNOWN_MODULE,
            span(parts, parts.size() - 1),
            "the module `" + module + "` is not imported here",
            "add `import " + module + "`");
      } else {
        file.report(
            Code.UNKNOWN_NAME,
            first.span(),
            "`" + first.text() + "` is not declared",
            help(first.text()));
      }
    }
    return new Head(poison(parts), parts.size());
  }

  private @Nullable String help(String name) {
    List<String> candidates = new ArrayList<>(env.variables().keySet());
    candidates.addAll(BUILT_IN);
    candidates.addAll(file.visibleNames(Namespace.VALUE));
    Optional<String> nearest = Nearest.help(name, candidates);
    if (nearest.isPresent()) {
      return nearest.get();
    }
    String imported = file.importFor(Namespace.VALUE, name);
    return imported == null ? enumWith(name) : imported;
  }

  private @Nullable String enumWith(String constant) {
    for (String type : file.visibleNames(Namespace.TYPE)) {
      for (Declared declared : file.visible(Namespace.TYPE, type)) {
        Schema.Enumeration found = checker.symbols().enumerations().get(declared.qualified());
        if (found != null && found.constants().contains(constant)) {
          return "did you mean `" + type + "." + constant + "`?";
        }
      }
    }
    return null;
  }
}
