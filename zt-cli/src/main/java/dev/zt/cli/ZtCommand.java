package dev.zt.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What stands above all commands. */
@Command(
    name = "zt",
    synopsisSubcommandLabel = "COMMAND",
    description = "Checks, tests and explains authorization policies.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  zt check policies                         compile and lint",
      "  zt test policies                          run the tests that the policies hold",
      "  zt explain policies --request r.json      decide one request and show why",
      "",
      "`zt COMMAND --help` says more about each."
    })
final class ZtCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new Unusable("a command is missing");
  }
}
