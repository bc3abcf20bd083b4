package dev.zt.cli.findings;

import dev.zt.dsl.Compilation;
import dev.zt.dsl.Diagnostic;
import java.util.List;
import java.util.Optional;

/** What to do when sets that have nothing to do with each other were compiled as one. */
final class SeveralSets {
  /** A name that is taken in the set. */
  private static final List<String> CLASHES = List.of("ZT5001", "ZT5002");

  private SeveralSets() {}

  /** A line for findings that look like it: names clash, and the files are in several folders. */
  static Optional<String> hint(Compilation compilation) {
    boolean apart =
        compilation.sources().keySet().stream().map(SeveralSets::folder).distinct().count() > 1;
    return compilation.errors().stream()
        .filter(each -> apart && CLASHES.contains(each.code()))
        .map(Diagnostic::file)
        .map(SeveralSets::folder)
        .filter(folder -> !folder.isEmpty())
        .findFirst()
        .map(
            folder ->
                "all files of a command are one set, in which a name stands for one thing; sets of "
                    + "their own are named one at a time: `"
                    + folder
                    + "`");
  }

  private static String folder(String file) {
    return file.substring(0, Math.max(0, file.lastIndexOf('/')));
  }
}
