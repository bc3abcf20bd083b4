package dev.zt.cli;

import dev.zt.policy.value.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;

/** Says in one line what is wrong with a command line, and where help is. */
final class UsageErrors implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    CommandLine lost = null;
    for (CommandLine at = command; at != null; at = at.getParent()) {
      lost = at.getUnmatchedArguments().isEmpty() ? lost : at;
    }
    if (lost == null) {
      tell(command, message(failure, List.of(args)));
    } else {
      tell(lost, unmatched(lost.getUnmatchedArguments().get(0), lost));
    }
    return Exit.USAGE;
  }

  static void tell(CommandLine command, String message) {
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(name + ": " + message + " (see `" + name + " --help`)");
    command.getErr().flush();
  }

  /** That there is no such command, and which one may be meant. */
  static String noCommand(String name, CommandLine root) {
    return "there is no command `" + name + "`" + near(name, commands(root));
  }

  private static String message(ParameterException failure, List<String> args) {
    ArgSpec about = about(failure);
    if (about == null) {
      return oneLine(String.valueOf(failure.getMessage()));
    }
    if (failure instanceof MissingParameterException) {
      return about instanceof OptionSpec option && args.contains(option.longestName())
          ? name(about) + " needs a value: `" + written(about) + "`"
          : "`" + written(about) + "` is missing";
    }
    if (failure instanceof OverwrittenOptionException) {
      return name(about) + " is given twice";
    }
    if (failure.getCause() instanceof Unusable refused) {
      return name(about) + ": " + refused.getMessage();
    }
    return name(about) + ": `" + failure.getValue() + "` is none of " + choices(about);
  }

  private static @Nullable ArgSpec about(ParameterException failure) {
    if (failure instanceof OverwrittenOptionException twice) {
      return twice.getOverwritten();
    }
    return failure instanceof MissingParameterException missing && !missing.getMissing().isEmpty()
        ? missing.getMissing().get(0)
        : failure.getArgSpec();
  }

  private static String unmatched(String first, CommandLine command) {
    if (first.startsWith("-")) {
      List<String> options = new ArrayList<>();
      command.getCommandSpec().options().forEach(each -> options.addAll(List.of(each.names())));
      return "there is no option `" + first + "`" + near(first.replaceFirst("=.*", ""), options);
    }
    return command.getSubcommands().isEmpty()
        ? "there is one argument too many: `" + first + "`"
        : noCommand(first, command);
  }

  private static String near(String written, Collection<String> names) {
    String near = NearestName.of(written, names);
    return near == null ? "" : "; did you mean `" + near + "`?";
  }

  private static List<String> commands(CommandLine root) {
    return root.getSubcommands().entrySet().stream()
        .filter(each -> !each.getValue().getCommandSpec().usageMessage().hidden())
        .map(each -> each.getKey())
        .toList();
  }

  private static String name(ArgSpec spec) {
    return spec instanceof OptionSpec option
        ? "`" + option.longestName() + "`"
        : "`" + spec.paramLabel() + "`";
  }

  private static String written(ArgSpec spec) {
    return spec instanceof OptionSpec option
        ? option.longestName() + " " + spec.paramLabel()
        : spec.paramLabel();
  }

  private static String choices(ArgSpec spec) {
    List<String> choices = new ArrayList<>();
    spec.completionCandidates().forEach(choices::add);
    return choices.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\s*\\R\\s*", " ").strip();
    return line.isEmpty()
        ? "this is no command line"
        : Character.toLowerCase(line.charAt(0)) + line.substring(1);
  }
}
