package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.Name;
import dev.zt.dsl.syntax.QualifiedName;
import dev.zt.policy.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to say of a name that nothing in scope has. */
final class UnknownNames {
  private final ExprChecker checker;
  private final FileScope file;

  UnknownNames(ExprChecker checker) {
    this.checker = checker;
    this.file = checker.file();
  }

  /** Reports a path whose first name nothing in scope has. */
  PathHead refuse(List<Name> parts, Expression whole) {
    Name first = parts.get(0);
    if (!file.isBroken(first.text())) {
      String module = new QualifiedName(parts, whole.span()).qualifier();
      if (parts.size() > 1 && file.moduleExists(module)) {
        file.report(
            Code.UNKNOWN_MODULE,
            PathHead.span(parts, parts.size() - 1),
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
    return PathHead.poison(file, parts);
  }

  private @Nullable String help(String name) {
    List<String> candidates = new ArrayList<>(checker.env().variables().keySet());
    candidates.addAll(Paths.BUILT_IN);
    candidates.addAll(List.of("true", "false"));
    candidates.addAll(file.visibleNames(Namespace.VALUE));
    String imported = file.importFor(Namespace.VALUE, name);
    if (imported != null) {
      return imported;
    }
    return file.visibleNames(Namespace.SEGMENT).contains(name)
        ? "write `segment " + name + "`"
        : Nearest.help(name, candidates).orElseGet(() -> enumWith(name));
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
