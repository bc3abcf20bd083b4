package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Diagnostics;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.Import;
import dev.zt.dsl.syntax.PolicyFile;
import dev.zt.dsl.syntax.QualifiedName;
import dev.zt.policy.SourceSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one file sees: its module, what it imports, and the standard declarations. */
final class FileScope {
  private final PolicyFile file;
  private final PolicyModule module;
  private final ModuleTable table;
  private final Diagnostics diagnostics;
  private final List<Imported> imports = new ArrayList<>();

  FileScope(PolicyFile file, PolicyModule module, ModuleTable table, Diagnostics diagnostics) {
    this.file = file;
    this.module = module;
    this.table = table;
    this.diagnostics = diagnostics;
  }

  /** An import and whether something needed it. */
  static final class Imported {
    private final Import line;
    private final PolicyModule module;
    private boolean used;

    Imported(Import line, PolicyModule module) {
      this.line = line;
      this.module = module;
    }

    Import line() {
      return line;
    }

    PolicyModule module() {
      return module;
    }

    boolean isUsed() {
      return used;
    }
  }

  PolicyFile file() {
    return file;
  }

  PolicyModule module() {
    return module;
  }

  List<Imported> imports() {
    return imports;
  }

  void addImport(Import line, PolicyModule imported) {
    imports.add(new Imported(line, imported));
  }

  Source source() {
    return file.source();
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  /** The scope of a file that sees what this one sees. */
  FileScope beside(PolicyFile other) {
    return beside(other, diagnostics);
  }

  /** As {@link #beside(PolicyFile)}, where what is wrong with it is collected elsewhere. */
  FileScope beside(PolicyFile other, Diagnostics elsewhere) {
    FileScope scope = new FileScope(other, module, table, elsewhere);
    scope.imports.addAll(imports);
    return scope;
  }

  SourceSpan at(Span span) {
    Source source = file.source();
    int start = span.start();
    return new SourceSpan(
        source.file(), source.line(start), source.column(start), source.length(span));
  }

  void report(Code code, Span span, String message, @Nullable String help) {
    diagnostics.add(code, file.source(), span, message, help);
  }

  void report(Code code, Span span, String message) {
    diagnostics.add(code, file.source(), span, message);
  }

  /**
   * Everything of that name that is visible without a module before it: none, one, or a clash.
   *
   * <p>A fixture that is imported gives way to everything else: what a module writes for its tests
   * changes nothing for those that import it.
   */
  List<Declared> visible(Namespace namespace, String name) {
    Set<Declared> found = new LinkedHashSet<>();
    Declared own = module.find(namespace, name);
    if (own != null) {
      found.add(own);
    }
    for (Imported imported : imports) {
      Declared there = imported.module.find(namespace, name);
      if (there != null) {
        found.add(there);
        imported.used = true;
      }
    }
    if (found.isEmpty()) {
      Declared standard = table.standard().find(namespace, name);
      if (standard != null) {
        found.add(standard);
      }
    }
    return found.size() > 1 ? withoutImportedFixtures(found) : List.copyOf(found);
  }

  private List<Declared> withoutImportedFixtures(Set<Declared> found) {
    List<Declared> rest =
        found.stream()
            .filter(each -> each.file().module() == module || !Fixtures.isFixture(each))
            .toList();
    return rest.isEmpty() ? List.copyOf(found) : rest;
  }

  /** Every name of that kind that is visible without a module before it. */
  Collection<String> visibleNames(Namespace namespace) {
    Set<String> names = new LinkedHashSet<>(module.namesOf(namespace));
    imports.forEach(imported -> names.addAll(imported.module.namesOf(namespace)));
    names.addAll(table.standard().namesOf(namespace));
    return names;
  }

  /** The module of that name, if this file may name it; null otherwise. */
  @Nullable PolicyModule module(String name) {
    if (module.name().equals(name)) {
      return module;
    }
    for (Imported imported : imports) {
      if (imported.module.name().equals(name)) {
        imported.used = true;
        return imported.module;
      }
    }
    return table.standard().name().equals(name) ? table.standard() : null;
  }

  /** What a name stands for, with its module before it or not; null for nothing and for a clash. */
  @Nullable Declared only(Namespace namespace, QualifiedName name) {
    if (name.isQualified()) {
      PolicyModule named = module(name.qualifier());
      return named == null ? null : named.find(namespace, name.last().text());
    }
    List<Declared> found = visible(namespace, name.text());
    return found.size() == 1 ? found.get(0) : null;
  }

  /** Whether a module of that name exists, imported or not. */
  boolean moduleExists(String name) {
    return table.find(name) != null;
  }

  /** Whether a declaration of that name has a syntax error somewhere. */
  boolean isBroken(String name) {
    return table.isBroken(name);
  }

  /** What a name stands for; null when that is reported as an error, or was one before. */
  @Nullable Declared resolve(Namespace namespace, QualifiedName name) {
    return resolve(namespace, name, namespace.noun());
  }

  /** As {@link #resolve(Namespace, QualifiedName)} with another word for what is looked for. */
  @Nullable Declared resolve(Namespace namespace, QualifiedName name, String noun) {
    String last = name.last().text();
    if (name.isQualified()) {
      return resolveIn(namespace, name, noun);
    }
    List<Declared> found = visible(namespace, last);
    if (found.size() > 1) {
      clash(name.span(), found);
      return null;
    }
    if (found.isEmpty()) {
      undeclared(namespace, name.span(), last, noun, visibleNames(namespace));
      return null;
    }
    return used(found.get(0));
  }

  private @Nullable Declared resolveIn(Namespace namespace, QualifiedName name, String noun) {
    PolicyModule in = module(name.qualifier());
    if (in == null) {
      unknownModule(name);
      return null;
    }
    Declared found = in.find(namespace, name.last().text());
    if (found == null) {
      undeclared(namespace, name.last().span(), name.last().text(), noun, in.namesOf(namespace));
      return null;
    }
    return used(found);
  }

  private static Declared used(Declared declared) {
    declared.use();
    return declared;
  }

  private void unknownModule(QualifiedName name) {
    String qualifier = name.qualifier();
    Span first = name.parts().get(0).span();
    Span span = first.to(name.parts().get(name.parts().size() - 2).span());
    if (moduleExists(qualifier)) {
      report(
          Code.UNKNOWN_MODULE,
          span,
          "the module `" + qualifier + "` is not imported here",
          "add `import " + qualifier + "`");
    } else {
      report(
          Code.UNKNOWN_MODULE,
          span,
          "there is no module `" + qualifier + "`",
          Nearest.help(qualifier, table.names()).orElse(null));
    }
  }

  /** Reports that several modules offer a name. */
  void clash(Span span, List<Declared> found) {
    report(
        Code.AMBIGUOUS_NAME,
        span,
        "`" + found.get(0).name() + "` is declared in several modules that are visible here",
        found.stream()
            .map(each -> "`" + each.qualified() + "`")
            .collect(Collectors.joining(" or ", "write ", "")));
  }

  private void undeclared(
      Namespace namespace, Span span, String name, String noun, Collection<String> candidates) {
    if (isBroken(name)) {
      return;
    }
    String imported = importFor(namespace, name);
    report(
        namespace.unknown(),
        span,
        "the " + noun + " `" + name + "` is not declared",
        imported == null ? Nearest.help(name, candidates).orElse(null) : imported);
  }

  /** Which import would make a name visible, as a help; null when none would. */
  @Nullable String importFor(Namespace namespace, String name) {
    for (PolicyModule other : table.modules()) {
      if (other.find(namespace, name) != null) {
        return "add `import " + other.name() + "`";
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return file.source().file();
  }
}
