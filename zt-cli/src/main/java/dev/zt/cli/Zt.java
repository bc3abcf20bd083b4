package dev.zt.cli;

import dev.zt.cli.build.ToolVersion;
import dev.zt.cli.terminal.Terminal;
import dev.zt.cli.watch.FileWatch;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import picocli.CommandLine;

/** The {@code zt} command. */
public final class Zt {
  private Zt() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    Terminal terminal = Terminal.ofProcess(writer(System.out), writer(System.err), System.getenv());
    int code = commandLine(terminal).execute(args);
    terminal.out().flush();
    terminal.err().flush();
    System.exit(code);
  }

  /** The command with all its subcommands, writing to a terminal. */
  static CommandLine commandLine(Terminal terminal) {
    return commandLine(terminal, FileWatch::of);
  }

  /** The same with another way to watch files. */
  static CommandLine commandLine(Terminal terminal, WatchCommand.Watching watching) {
    CommandLine zt = new CommandLine(new ZtCommand());
    zt.addSubcommand(new CheckCommand(terminal))
        .addSubcommand(new TestCommand(terminal, InstantSource.system()))
        .addSubcommand(new FmtCommand(terminal))
        .addSubcommand(new ExplainCommand(terminal))
        .addSubcommand(new ListCommand(terminal))
        .addSubcommand(new WatchCommand(terminal, watching))
        .addSubcommand(new CompletionCommand(terminal, () -> zt))
        .addSubcommand(new WarmUpCommand());
    withHelp(zt);
    zt.getSubcommands().values().forEach(Zt::withHelp);
    return zt.setOut(terminal.out())
        .setErr(terminal.err())
        .setColorScheme(HelpColours.of(terminal))
        .setParameterExceptionHandler(new UsageErrors())
        .setExecutionExceptionHandler(new Breakdowns());
  }

  private static void withHelp(CommandLine command) {
    command.getCommandSpec().mixinStandardHelpOptions(true).version("zt " + ToolVersion.number());
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(
        new OutputStreamWriter(stream, StandardCharsets.UTF_8), /* autoFlush= */ true);
  }
}
