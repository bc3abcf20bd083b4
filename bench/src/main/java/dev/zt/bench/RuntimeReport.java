package dev.zt.bench;

import dev.zt.bench.runtime.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of docs/runtime.md about behavior, sessions and audit. */
final class RuntimeReport {
  private RuntimeReport() {}

  /** Writes a table for each part that was measured. */
  static void write(List<Figure> figures, String command, Path docs) throws IOException {
    Map<String, List<Figure>> byPart =
        figures.stream()
            .collect(Collectors.groupingBy(Figure::part, LinkedHashMap::new, Collectors.toList()));
    Page page = Page.measured(docs.resolve("runtime.md"), command);
    byPart.forEach((part, some) -> page.put(part, table(some)));
    page.save();
  }

  private static String table(List<Figure> figures) {
    StringBuilder table = new StringBuilder("| | measured | aim |\n|---|--:|--:|\n");
    for (Figure figure : figures) {
      String aim = figure.aim().isEmpty() ? "" : figure.aim() + ' ' + figure.unit();
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %s %s | %s |%n",
              figure.what(),
              number(figure.value()),
              figure.unit(),
              aim));
    }
    return table.toString();
  }

  private static String number(double value) {
    return String.format(
        Locale.ROOT, value < 0.995 ? "%.3f" : value < 9.95 ? "%.1f" : "%,.0f", value);
  }
}
