package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Diagnostics;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Import;
import dev.zt.dsl.syntax.PolicyFile;
import dev.zt.dsl.syntax.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All modules of a set with what their files declare under a name. */
final class ModuleTable {
  private final Map<String, PolicyModule> modules = new LinkedHashMap<>();
  private final PolicyModule standard;
  private final List<FileScope> files = new ArrayList<>();
  private final Set<String> broken = new HashSet<>();
  private final List<Declared> declared = new ArrayList<>();
  private final Map<String, Declared> shared = new HashMap<>();

  /** A table of these files; the first one declares what is visible everywhere. */
  ModuleTable(PolicyFile prelude, List<PolicyFile> policies, Diagnostics diagnostics) {
    standard = new PolicyModule(name(prelude));
    modules.put(standard.name(), standard);
    add(prelude, diagnostics);
    for (PolicyFile policy : policies) {
      add(policy, diagnostics);
    }
    for (FileScope file : files) {
      refuseStandardName(file);
    }
    for (FileScope file : files) {
      declareAll(file);
    }
    for (FileScope file : files) {
      resolveImports(file);
    }
  }

  private static String name(PolicyFile file) {
    QualifiedName module = file.module();
    return module == null ? "" : module.text();
  }

  private void refuseStandardName(FileScope file) {
    QualifiedName module = file.file().module();
    if (module != null && file.module() == standard && file != files.get(0)) {
      file.report(
          Code.RESERVED_NAME,
          module.span(),
          "the module `" + module.text() + "` holds the standard declarations",
          "give your module another name");
    }
  }

  private void add(PolicyFile file, Diagnostics diagnostics) {
    String name = name(file);
    PolicyModule known = modules.get(name);
    PolicyModule module = known == null ? new PolicyModule(name) : known;
    modules.put(name, module);
    files.add(new FileScope(file, module, this, diagnostics));
    broken.addAll(file.broken());
  }

  private void declareAll(FileScope file) {
    Naming naming = new Naming(file);
    for (Declaration declaration : file.file().declarations()) {
      naming.name(declaration).ifPresent(this::declare);
    }
  }

  private void declare(Declared each) {
    if (each.namespace() == Namespace.VALUE && Checking.RESERVED.contains(each.name())) {
      each.file()
          .report(
              Code.RESERVED_NAME,
              each.nameSpan(),
              "the name `" + each.name() + "` is kept for what every rule can speak of");
      return;
    }
    Declared earlier = each.file().module().add(each);
    if (earlier == null && Naming.isShared(each.declaration())) {
      earlier = shareOut(each);
    }
    if (earlier == null) {
      declared.add(each);
    } else {
      each.file()
          .report(
              Code.DUPLICATE,
              each.nameSpan(),
              "`" + each.name() + "` is already declared",
              "the first one is in " + Places.of(earlier));
    }
  }

  /**
   * Enters a name that the application knows without its module, so that it can stand for one thing
   * only. A policy's own one takes the place of a standard one in the whole set.
   */
  private @Nullable Declared shareOut(Declared each) {
    String key = each.namespace() + " " + each.name();
    Declared earlier = shared.get(key);
    if (earlier == null || earlier.file().module() == standard) {
      shared.put(key, each);
      if (earlier != null) {
        standard.replace(each);
        declared.remove(earlier);
        earlier = null;
      }
    }
    return earlier;
  }

  private void resolveImports(FileScope file) {
    Set<String> seen = new HashSet<>();
    for (Import line : file.file().imports()) {
      String name = line.module().text();
      PolicyModule module = modules.get(name);
      if (!seen.add(name)) {
        file.report(
            Code.DUPLICATE, line.module().span(), "the module `" + name + "` is imported twice");
      } else if (module == null) {
        file.report(
            Code.UNKNOWN_MODULE,
            line.module().span(),
            "there is no module `" + name + "`",
            Nearest.help(name, modules.keySet()).orElse(null));
      } else if (module != file.module()) {
        file.addImport(line, module);
      }
    }
  }

  /** The declarations that are visible everywhere. */
  PolicyModule standard() {
    return standard;
  }

  List<FileScope> files() {
    return files;
  }

  Collection<PolicyModule> modules() {
    return modules.values();
  }

  Collection<String> names() {
    return modules.keySet();
  }

  /** Every declaration that stands under its name, in order of files and places. */
  List<Declared> declared() {
    return declared;
  }

  @Nullable PolicyModule find(String name) {
    return modules.get(name);
  }

  boolean isBroken(String name) {
    return broken.contains(name);
  }
}
