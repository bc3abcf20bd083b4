package dev.zt.cli;

import dev.zt.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what a command does, as its {@code --help} does. */
@Command(
    name = "help",
    description = "Says what a command does.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the help was shown", "2:there is no such command"},
    footerHeading = "%nExamples:%n",
    footer = {"  zt help", "  zt help test"})
final class HelpCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Supplier<CommandLine> root;

  @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "A command. Default: all.")
  private @Nullable String command;

  HelpCommand(Terminal terminal, Supplier<CommandLine> root) {
    this.terminal = terminal;
    this.root = root;
  }

  @Override
  public Integer call() {
    CommandLine zt = root.get();
    CommandLine about = command == null ? zt : zt.getSubcommands().get(command);
    if (about == null) {
      throw new Unusable(UsageErrors.noCommand(String.valueOf(command), zt));
    }
    about.usage(terminal.out());
    terminal.out().flush();
    return Exit.OK;
  }
}
