package dev.zt.examples.quickstart;

import java.util.List;
import java.util.Map;

/**
 * What the command line asks for.
 *
 * @param palette how to paint
 * @param explain the number of the request to explain; 0 for none
 */
record Options(Palette palette, int explain) {
  /** Reads {@code --color}, {@code --no-color} and {@code --explain=N}. */
  static Options of(String[] args, Map<String, String> environment) {
    List<String> given = List.of(args);
    int explain = 0;
    for (String option : given) {
      if (option.startsWith("--explain=")) {
        explain = Integer.parseInt(option.substring("--explain=".length()));
      } else if (!option.equals("--color") && !option.equals("--no-color")) {
        throw new IllegalArgumentException(option + " is none of --color, --no-color, --explain=N");
      }
    }
    boolean colour =
        given.contains("--color")
            || (!given.contains("--no-color") && Terminal.showsColour(environment));
    return new Options(colour ? Palette.COLOUR : Palette.PLAIN, explain);
  }
}
