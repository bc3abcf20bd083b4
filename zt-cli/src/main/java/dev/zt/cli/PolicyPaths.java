package dev.zt.cli;

import dev.zt.cli.findings.FindingsFormat;
import dev.zt.cli.terminal.Terminal;
import dev.zt.dsl.Compilation;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.policy.PolicySet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files and folders that a command is about. */
final class PolicyPaths {
  private PolicyPaths() {}

  /**
   * Refuses a path that leads nowhere.
   *
   * @throws Unusable with the path in its message
   */
  static void mustExist(List<Path> paths) {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new Unusable("there is no file or folder `" + path + "`");
      }
    }
  }

  /** Compiles all of them as one set. */
  static Compilation compile(List<Path> paths) {
    mustExist(paths);
    return compileWhatIsThere(paths);
  }

  /** Compiles a path that may have vanished, which is then an error of the set. */
  static Compilation compileWhatIsThere(Path path) {
    return compileWhatIsThere(List.of(path));
  }

  private static Compilation compileWhatIsThere(List<Path> paths) {
    return PolicyCompiler.compile(
        paths.get(0), paths.subList(1, paths.size()).toArray(Path[]::new));
  }

  /** The compiled set; nothing when there are errors, which are then told. */
  static Optional<PolicySet> policies(List<Path> paths, Terminal terminal) {
    return told(compile(paths), terminal);
  }

  /** The compiled set; nothing when there are errors, which are then told. */
  static Optional<PolicySet> told(Compilation compilation, Terminal terminal) {
    if (compilation.policies().isEmpty()) {
      terminal.err().print(FindingsFormat.text.write(compilation, terminal.palette()));
      terminal.err().flush();
    }
    return compilation.policies();
  }
}
