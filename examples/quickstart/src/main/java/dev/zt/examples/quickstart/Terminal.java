package dev.zt.examples.quickstart;

import java.io.Console;
import java.util.Map;

/** What standard output is connected to. */
final class Terminal {
  private Terminal() {}

  /** Whether colour is wanted: on a terminal, unless NO_COLOR (no-color.org) or TERM say no. */
  static boolean showsColour(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"))
        && isTerminal();
  }

  @SuppressWarnings("SystemConsoleNull") // Later versions are asked below.
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true; // Before Java 22 there is a console on terminals only.
    }
  }
}
