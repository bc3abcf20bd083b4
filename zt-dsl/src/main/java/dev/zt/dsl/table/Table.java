package dev.zt.dsl.table;

import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of a file.
 *
 * @param columns the names of all columns, in order
 */
public record Table(Source source, Set<String> columns, List<Row> rows) {
  /** The rows that a file may have. */
  public static final int MOST_ROWS = 10_000;

  public Table {
    columns = Collections.unmodifiableSet(new LinkedHashSet<>(columns));
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param cells by column; a column that the row leaves empty is not among them
   */
  public record Row(Map<String, Datum> cells, Span span) {
    public Row {
      cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }
  }
}
