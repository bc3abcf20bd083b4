package dev.zt.cli;

import dev.zt.cli.diff.UnifiedDiff;
import dev.zt.cli.terminal.Terminal;
import dev.zt.dsl.Formatting;
import dev.zt.dsl.PolicyFormatter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Formats policy files. */
@Command(
    name = "fmt",
    description = "Lays policy files out in the one way, in place.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every file is laid out that way now (with --check: was already)",
      "1:a file cannot be read as a policy (with --check: or would change)",
      "2:the command line is wrong"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  zt fmt policies",
      "  zt fmt --check policies              # show what would change, for CI"
    })
final class FmtCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Policy files and folders of them.")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--check", description = "Write nothing, and show as a diff what would change.")
  private boolean check;

  FmtCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    PolicyPaths.mustExist(paths);
    boolean sound = true;
    for (Formatting each : format()) {
      if (!each.errors().isEmpty()) {
        sound = false;
        terminal.err().print(each.report() + "\n");
      } else if (each.changes()) {
        sound &= !check;
        tell(each);
      }
    }
    terminal.out().flush();
    terminal.err().flush();
    return sound ? Exit.OK : Exit.FINDINGS;
  }

  private List<Formatting> format() throws IOException {
    Path first = paths.get(0);
    Path[] more = paths.subList(1, paths.size()).toArray(Path[]::new);
    return check ? PolicyFormatter.format(first, more) : PolicyFormatter.formatInPlace(first, more);
  }

  private void tell(Formatting changed) {
    String file = changed.file();
    terminal
        .out()
        .print(
            check
                ? UnifiedDiff.of(
                    file, changed.original(), changed.text().orElseThrow(), terminal.palette())
                : "formatted " + file + "\n");
  }
}
