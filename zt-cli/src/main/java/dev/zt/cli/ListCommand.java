package dev.zt.cli;

import dev.zt.cli.inventory.Inventory;
import dev.zt.cli.inventory.InventoryJson;
import dev.zt.cli.inventory.InventoryText;
import dev.zt.cli.terminal.Terminal;
import dev.zt.policy.PolicySet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a policy set holds. */
@Command(
    name = "list",
    description =
        "Lists rules, actions without a permit, places that may fail open, and the obligations "
            + "that the code must carry out.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the list is complete",
      "1:the policies do not compile",
      "2:the command line is wrong"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  zt list policies",
      "  zt list --needs policies             # which missing feed would deny everyone?",
      "  zt list --format json policies"
    })
final class ListCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "PATH", description = "A policy file or a folder of them.")
  private Path path = Path.of("");

  @Option(
      names = "--needs",
      description =
          "Also list for each action the fields of signals without which nobody gets PERMIT.")
  private boolean needs;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private DataFormat format = DataFormat.text;

  ListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<PolicySet> policies = PolicyPaths.policies(List.of(path), terminal);
    if (policies.isEmpty()) {
      return Exit.FINDINGS;
    }
    Inventory inventory = Inventory.of(policies.get(), needs);
    terminal
        .out()
        .print(
            switch (format) {
              case text -> InventoryText.of(inventory, needs, terminal.palette());
              case json -> InventoryJson.of(inventory, needs);
            });
    terminal.out().flush();
    return Exit.OK;
  }
}
