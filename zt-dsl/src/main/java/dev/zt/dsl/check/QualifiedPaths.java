package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.dsl.syntax.Name;
import dev.zt.dsl.syntax.QualifiedName;
import dev.zt.policy.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paths that begin with a type or a module: {@code Health.healthy}, {@code acme.people.eu}. */
final class QualifiedPaths {
  private final ExprChecker checker;
  private final FileScope file;

  QualifiedPaths(ExprChecker checker) {
    this.checker = checker;
    this.file = checker.file();
  }

  /** A path that begins with a type or a module; null when it does not. */
  @Nullable PathHead head(List<Name> parts) {
    for (int modules = parts.size() - 1; modules >= 0; modules--) {
      String module =
          new QualifiedName(parts.subList(0, Math.max(modules, 1)), PathHead.span(parts, 1)).text();
      PolicyModule in = modules == 0 ? null : file.module(module);
      if (modules > 0 && in == null) {
        continue;
      }
      PathHead head = in == null ? typeHere(parts) : inModule(in, parts, modules);
      if (head != null) {
        return head;
      }
    }
    return null;
  }

  private @Nullable PathHead typeHere(List<Name> parts) {
    List<Declared> found = file.visible(Namespace.TYPE, parts.get(0).text());
    if (found.size() > 1) {
      file.clash(parts.get(0).span(), found);
      return PathHead.poison(file, parts);
    }
    return found.isEmpty() ? null : constant(found.get(0), parts, 1);
  }

  private @Nullable PathHead inModule(PolicyModule module, List<Name> parts, int modules) {
    String name = parts.get(modules).text();
    Declared value = module.find(Namespace.VALUE, name);
    if (value != null) {
      return checker.env().place().hasValues()
          ? new NamedValues(checker).value(value, parts, modules + 1)
          : notHere(parts, modules + 1);
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
    return PathHead.poison(file, parts);
  }

  private PathHead notHere(List<Name> parts, int names) {
    file.report(
        Code.NOT_IN_SCOPE,
        PathHead.span(parts, names),
        "`" + parts.get(names - 1).text() + "` cannot be spoken of here",
        checker.env().place().reason());
    return PathHead.poison(file, parts);
  }

  /** A constant after the name of its enum, which is the given number of names long. */
  private PathHead constant(Declared declared, List<Name> parts, int names) {
    declared.use();
    Schema.Enumeration type = checker.symbols().enumerations().get(declared.qualified());
    if (type == null || parts.size() == names) {
      return new NamedValues(checker)
          .refuse(
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
      return PathHead.poison(file, parts);
    }
    return new PathHead(
        Constants.constant(type, ordinal, file.at(PathHead.span(parts, names + 1))), names + 1);
  }
}
