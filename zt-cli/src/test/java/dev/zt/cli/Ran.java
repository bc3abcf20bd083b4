package dev.zt.cli;

import dev.zt.cli.terminal.Palette;
import dev.zt.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command came to. */
public record Ran(int code, String out, String err) {
  /** Runs a command in this process, as into a file. */
  public static Ran zt(Object... args) {
    return zt(Palette.PLAIN, args);
  }

  static Ran zt(Palette palette, Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    boolean live = palette == Palette.COLOUR;
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), palette, live);
    String[] words = new String[args.length];
    for (int at = 0; at < args.length; at++) {
      words[at] = args[at].toString();
    }
    int code = Zt.commandLine(terminal).execute(words);
    return new Ran(code, out.toString(), err.toString());
  }
}
