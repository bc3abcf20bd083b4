package dev.zt.dsl.errors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of rows. A row is a line {@code === title}, the policy, a line {@code ---}, and what the
 * compiler says: for each diagnostic its code, line and column within the row, and the underlined
 * text; below it, indented, the message, and the help after {@code >}. What stands before the first
 * row is the preamble of each policy that does not begin with {@code module}.
 */
record Table(Path file, String preamble, List<Row> rows) {
  private static final String ROW = "=== ";
  private static final String SAID = "---\n";

  static List<Table> all() throws IOException {
    Path folder = Path.of("src", "test", "resources", "errors");
    try (Stream<Path> files = Files.list(folder)) {
      List<Table> tables = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        tables.add(read(file));
      }
      return tables;
    }
  }

  private static Table read(Path file) throws IOException {
    String text = Files.readString(file);
    int first = text.indexOf(ROW);
    String preamble = text.substring(0, first);
    List<Row> rows = new ArrayList<>();
    for (String row : text.substring(first + ROW.length()).split("\n" + ROW)) {
      int title = row.indexOf('\n');
      int said = row.indexOf(SAID, title);
      rows.add(
          new Row(
              row.substring(0, title),
              preamble,
              (said < 0
                  ? row.substring(title + 1).stripTrailing() + "\n"
                  : row.substring(title + 1, said)),
              said < 0 ? "" : expected(row.substring(said + SAID.length()))));
    }
    return new Table(file, preamble, rows);
  }

  private static String expected(String text) {
    return text.isBlank() ? "" : text.stripTrailing() + "\n";
  }

  /** Writes the file anew with what the compiler says now. */
  void rewrite() throws IOException {
    String text =
        rows.stream()
            .map(row -> ROW + row.title() + "\n" + row.policy() + SAID + row.said())
            .collect(Collectors.joining("\n", preamble, ""));
    Files.writeString(file, text);
  }
}
