package dev.zt.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
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
    List<String> unmatched = failure.getCommandLine().getUnmatchedArguments();
    if (failure instanceof MissingParameterException && !unmatched.isEmpty()) {
      return "unknown option: '" + unmatched.get(0) + "'";
    }
    String message = oneLine(String.valueOf(failure.getMessage()));
    if (failure instanceof UnmatchedArgumentException other) {
      List<String> near = other.getSuggestions();
      return near.isEmpty() ? message : message + "; did you mean `" + near.get(0) + "`?";
    }
    return message;
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\s*\\R\\s*", " ").strip();
    return line.isEmpty()
        ? "this is no command line"
        : Character.toLowerCase(line.charAt(0)) + line.substring(1);
  }
}
