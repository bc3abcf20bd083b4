package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.syntax.Declaration;

/** Warns of names that are declared and of no use. */
final class UnusedNames {
  private final ModuleTable table;
  private final Symbols symbols;

  UnusedNames(ModuleTable table, Symbols symbols) {
    this.table = table;
    this.symbols = symbols;
  }

  void warn() {
    for (Declared each : table.declared()) {
      if (!each.isUsed()
          && each.file().module() != table.standard()
          && isThereToBeNamed(each.declaration())) {
        each.file().report(Code.UNUSED_NAME, each.nameSpan(), "nothing uses `" + each.name() + "`");
      }
    }
    for (FileScope file : table.files()) {
      for (FileScope.Imported imported : file.imports()) {
        if (!imported.isUsed()) {
          file.report(
              Code.UNUSED_IMPORT,
              imported.line().span(),
              "nothing here needs the module `" + imported.module().name() + "`");
        }
      }
    }
    symbols.roles().warn();
  }

  /** Entity types and elevations have a meaning without being named anywhere. */
  private static boolean isThereToBeNamed(Declaration declaration) {
    return !(declaration instanceof Declaration.EntityType)
        && !(declaration instanceof Declaration.Elevation);
  }
}
