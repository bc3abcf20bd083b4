package dev.zt.cli;

import dev.zt.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes a script that completes command lines. */
@Command(
    name = "completion",
    description = "Writes a script that lets a shell complete command lines of zt.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(zt completion bash)",
      "  zt completion bash > ~/.local/share/bash-completion/completions/zt",
      "  source <(zt completion zsh)"
    })
final class CompletionCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Supplier<CommandLine> root;

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
  private Shell shell = Shell.bash;

  CompletionCommand(Terminal terminal, Supplier<CommandLine> root) {
    this.terminal = terminal;
    this.root = root;
  }

  /** The shells that are known; zsh reads the script of bash. */
  enum Shell {
    bash,
    zsh
  }

  @Override
  public Integer call() {
    String script = AutoComplete.bash("zt", root.get());
    terminal
        .out()
        .print(shell == Shell.zsh ? "autoload -U +X compinit && compinit\n" + script : script);
    terminal.out().flush();
    return Exit.OK;
  }
}
