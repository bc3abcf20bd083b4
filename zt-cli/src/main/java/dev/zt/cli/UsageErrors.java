package dev.zt.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command line, and where help is. */
final class UsageErrors implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    tell(failure.getCommandLine(), message(failure));
    return Exit.USAGE;
  }

  static void tell(CommandLine command, String message) {
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(name + ": " + message + " (see `" + name + " --help`)");
    command.getErr().flush();
  }

  private static String message(ParameterException failure) {
    CommandLine command = failure.getCommandLine();
    List<String> unmatched = command.getUnmatchedArguments();
    if (unmatched.isEmpty()) {
      return oneLine(String.valueOf(failure.getMessage()));
    }
    String first = unmatched.get(0);
    return what(first, command)
        + " `"
        + first
        + "`"
        + new UnmatchedArgumentException(command, List.of(first))
            .getSuggestions().stream()
                .findFirst()
                .map(near -> "; did you mean `" + near.replaceFirst("=.*", "") + "`?")
                .orElse("");
  }

  private static String what(String unmatched, CommandLine command) {
    if (unmatched.startsWith("-")) {
      return "there is no option";
    }
    return command.getSubcommands().isEmpty()
        ? "there is one argument too many:"
        : "there is no command";
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\s*\\R\\s*", " ").strip();
    return line.isEmpty()
        ? "this is no command line"
        : Character.toLowerCase(line.charAt(0)) + line.substring(1);
  }
}
