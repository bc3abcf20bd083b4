package dev.zt.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs what the archive of classes for a fast start is made of. */
@Command(name = "warm-up", hidden = true, description = "Loads the classes that most commands use.")
final class WarmUpCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return Exit.OK;
  }
}
