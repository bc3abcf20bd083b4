package dev.zt.cli;

import dev.zt.cli.terminal.Palette;
import dev.zt.cli.terminal.Terminal;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** How help is painted. */
final class HelpColours {
  private HelpColours() {}

  static ColorScheme of(Terminal terminal) {
    return Help.defaultColorScheme(terminal.palette() == Palette.COLOUR ? Ansi.ON : Ansi.OFF);
  }
}
