package dev.zt.cli;

import dev.zt.cli.findings.FindingsFormat;
import dev.zt.cli.terminal.Terminal;
import dev.zt.dsl.Compilation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compiles and lints. */
@Command(
    name = "check",
    description = "Compiles policies and says everything that is wrong with them.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing is wrong, or warnings alone",
      "1:there are errors (with --warnings-as-errors: or warnings)",
      "2:the command line is wrong"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  zt check policies",
      "  zt check --warnings-as-errors policies extra.zt",
      "  zt check --format sarif policies > zt.sarif",
      "  zt check --format github policies    # annotations in a workflow"
    })
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Policy files and folders of them.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How to say it: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private FindingsFormat format = FindingsFormat.text;

  @Option(names = "--warnings-as-errors", description = "Exit with 1 for a warning, too.")
  private boolean warningsAsErrors;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Compilation compilation = PolicyPaths.compile(paths);
    terminal.out().print(format.write(compilation, terminal.palette()));
    terminal.out().flush();
    boolean found =
        warningsAsErrors ? !compilation.diagnostics().isEmpty() : !compilation.errors().isEmpty();
    return found ? Exit.FINDINGS : Exit.OK;
  }
}
