package dev.zt.cli.terminal;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a command writes to.
 *
 * @param out what was asked for
 * @param err everything else
 * @param palette how to paint what goes to {@code out}
 * @param live whether a person is looking on, so that a line may be written over
 */
public record Terminal(PrintWriter out, PrintWriter err, Palette palette, boolean live) {

  /**
   * The terminal of this process: painted unless {@code NO_COLOR} (no-color.org) or {@code TERM}
   * say no, or it is none.
   */
  public static Terminal ofProcess(
      PrintWriter out, PrintWriter err, Map<String, String> environment) {
    boolean live = isTerminal() && !"dumb".equals(environment.get("TERM"));
    boolean colour = live && environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Terminal(out, err, colour ? Palette.COLOUR : Palette.PLAIN, live);
  }

  /** A terminal without colour, or a file or pipe. */
  public static Terminal plain(PrintWriter out, PrintWriter err) {
    return new Terminal(out, err, Palette.PLAIN, false);
  }

  @SuppressWarnings("SystemConsoleNull") // Later versions are asked below.
  private static boolean isTerminal() {
    @Nullable Console console = System.console();
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
