package dev.zt.cli;

import dev.zt.cli.build.ToolVersion;
import dev.zt.cli.terminal.Terminal;
import dev.zt.cli.watch.FileWatch;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The {@code zt} command. */
public final class Zt {
  private Zt() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    Terminal terminal = Terminal.ofProcess(writer(System.out), writer(System.err), System.getenv());
    int code = commandLine(terminal, FileWatch::of, wanted(args)).execute(args);
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
    return commandLine(terminal, watching, name -> true);
  }

  /** A start takes a tenth less time when only the command is set up that is called. */
  private static Predicate<String> wanted(String[] args) {
    List<String> alone = List.of("check", "test", "fmt", "explain", "list", "watch");
    return args.length > 0 && alone.contains(args[0]) ? args[0]::equals : name -> true;
  }

  private static CommandLine commandLine(
      Terminal terminal, WatchCommand.Watching watching, Predicate<String> wanted) {
    CommandLine zt = new CommandLine(new ZtCommand());
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("check", () -> new CheckCommand(terminal));
    commands.put("test", () -> new TestCommand(terminal, InstantSource.system()));
    commands.put("fmt", () -> new FmtCommand(terminal));
    commands.put("explain", () -> new ExplainCommand(terminal));
    commands.put("list", () -> new ListCommand(terminal));
    commands.put("watch", () -> new WatchCommand(terminal, watching));
    commands.put("completion", () -> new CompletionCommand(terminal, () -> zt));
    commands.put("help", () -> new HelpCommand(terminal, () -> zt));
    commands.put("warm-up", WarmUpCommand::new);
    commands.forEach(
        (name, command) -> {
          if (wanted.test(name)) {
            zt.addSubcommand(command.get());
          }
        });
    withHelp(zt);
    zt.getSubcommands().values().forEach(Zt::withHelp);
    return zt.setOut(terminal.out())
        .setErr(terminal.err())
        .setColorScheme(HelpColours.of(terminal))
        .setCaseInsensitiveEnumValuesAllowed(true)
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
