package dev.zt.dsl.table;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Diagnostics;
import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file, or says what is wrong with them. */
public final class TableReader {
  private TableReader() {}

  /** Whether rows can be read from a file of that name: {@code .csv} or {@code .json}. */
  public static boolean reads(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".json");
  }

  /** The rows; nothing when something is wrong with the file, which the diagnostics then say. */
  public static Optional<Table> read(Source source, Diagnostics diagnostics) {
    try {
      Table table =
          source.file().toLowerCase(Locale.ROOT).endsWith(".json")
              ? new JsonRows(source).read()
              : new CsvRows(source).read();
      if (table.rows().isEmpty()) {
        throw new BadTable(source, new Span(0, 0), "this file has no rows", null);
      }
      return Optional.of(table);
    } catch (BadTable bad) {
      diagnostics.add(Code.BAD_ROWS, source, bad.span, bad.text, bad.help);
      return Optional.empty();
    }
  }

  /** What makes a file unreadable as rows. */
  static final class BadTable extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Span span;
    private final String text;
    private final @Nullable String help;

    BadTable(Source source, Span span, String text, @Nullable String help) {
      super(source + ": " + text);
      this.span = span;
      this.text = text;
      this.help = help;
    }
  }
}
