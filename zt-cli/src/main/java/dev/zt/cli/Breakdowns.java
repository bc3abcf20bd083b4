package dev.zt.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** A file that cannot be read or written is told in one line; anything else is a fault of ours. */
final class Breakdowns implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    if (failure instanceof Unusable) {
      UsageErrors.tell(command, String.valueOf(failure.getMessage()));
      return Exit.USAGE;
    }
    if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      command
          .getErr()
          .println(command.getCommandSpec().qualifiedName() + ": " + Problem.of(failure));
      return Exit.USAGE;
    }
    throw failure;
  }
}
