package dev.zt.cli;

import dev.zt.cli.findings.FindingsFormat;
import dev.zt.cli.report.TestText;
import dev.zt.cli.terminal.Terminal;
import dev.zt.cli.watch.FileWatch;
import dev.zt.dsl.Compilation;
import dev.zt.test.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks and tests again at every save. */
@Command(
    name = "watch",
    description = "Checks and tests policies, and again at every save, until it is stopped.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"2:the command line is wrong", "130:stopped by Ctrl-C"},
    footerHeading = "%nExamples:%n",
    footer = {"  zt watch policies"})
final class WatchCommand implements Callable<Integer> {
  private static final String CLEAR = "\u001b[H\u001b[2J";

  private final Terminal terminal;
  private final Watching watching;

  @Parameters(paramLabel = "PATH", description = "A policy file or a folder of them.")
  private Path path = Path.of("");

  WatchCommand(Terminal terminal, Watching watching) {
    this.terminal = terminal;
    this.watching = watching;
  }

  /** Begins to watch. */
  interface Watching {
    /** A watch of a path that exists. */
    FileWatch of(Path path) throws IOException;
  }

  @Override
  public Integer call() throws IOException {
    PolicyPaths.mustExist(List.of(path));
    try (FileWatch watch = watching.of(path)) {
      do {
        once();
      } while (watch.await());
    }
    return Exit.OK;
  }

  private void once() {
    if (terminal.live()) {
      terminal.out().print(CLEAR);
    }
    Compilation compilation = PolicyPaths.compileWhatIsThere(path);
    terminal.out().print(FindingsFormat.text.write(compilation, terminal.palette()));
    if (compilation.policies().isPresent()) {
      Suite suite = Suite.prepare(compilation.orThrow(), compilation.tests());
      terminal.out().print(new TestText(terminal.palette()).of(suite.run()));
    }
    terminal.out().println(terminal.palette().faint("watching " + path + ", Ctrl-C ends it"));
    terminal.out().flush();
  }
}
