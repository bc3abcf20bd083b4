package dev.zt.cli.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.zt.cli.terminal.Palette;
import java.util.List;
import java.util.stream.Collectors;

/** The difference of two texts in unified form, as {@code patch} reads it. */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;
  private static final String NO_END = "\\ No newline at end of file";

  private UnifiedDiff() {}

  /** The difference of a file, each line with its end; empty when there is none. */
  public static String of(String file, String before, String after, Palette palette) {
    List<String> old = lines(before);
    List<String> changed = lines(after);
    return UnifiedDiffUtils.generateUnifiedDiff(
            file, file, old, DiffUtils.diff(old, changed), CONTEXT)
        .stream()
        .map(line -> paint(line, palette) + "\n")
        .collect(Collectors.joining());
  }

  /** The lines; the last one tells when it does not end. */
  private static List<String> lines(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    boolean ends = text.endsWith("\n");
    String[] lines = (ends ? text.substring(0, text.length() - 1) : text).split("\n", -1);
    if (!ends) {
      lines[lines.length - 1] += "\n" + NO_END;
    }
    return List.of(lines);
  }

  private static String paint(String line, Palette palette) {
    if (line.startsWith("+++") || line.startsWith("---")) {
      return palette.strong(line);
    }
    if (line.startsWith("@@")) {
      return palette.faint(line);
    }
    return line.startsWith("+")
        ? palette.good(line)
        : line.startsWith("-") ? palette.bad(line) : line;
  }
}
