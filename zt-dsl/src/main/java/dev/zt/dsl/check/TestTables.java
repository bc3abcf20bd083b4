package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.suite.TableRow;
import dev.zt.dsl.syntax.Name;
import dev.zt.dsl.syntax.TestTable;
import dev.zt.dsl.table.Datum;
import dev.zt.dsl.table.Table;
import dev.zt.dsl.table.TableFiles;
import dev.zt.dsl.table.TableReader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of tests, from the test itself or from a file, each file read once. */
final class TestTables {
  private final TableFiles files;
  private final Map<String, Optional<Table>> read = new HashMap<>();

  TestTables(TableFiles files) {
    this.files = files;
  }

  /**
   * One row.
   *
   * @param row what tools show of it; null in a test without a table
   */
  record Line(RowCells cells, @Nullable TableRow row) {}

  /** The rows of a table; one line without cells for none. */
  List<Line> lines(FileScope file, @Nullable TestTable table) {
    if (table instanceof TestTable.Rows rows) {
      return written(file, rows);
    }
    return table instanceof TestTable.File rows
        ? fromFile(file, rows)
        : List.of(new Line(RowCells.NONE, null));
  }

  private static List<Line> written(FileScope file, TestTable.Rows rows) {
    List<Line> lines = new ArrayList<>();
    for (TestTable.Row each : rows.rows()) {
      Map<String, TestTable.Cell> cells = new LinkedHashMap<>();
      Map<String, String> texts = new LinkedHashMap<>();
      for (int i = 0; i < rows.variables().size(); i++) {
        Name variable = rows.variables().get(i);
        TestTable.Cell cell = each.cells().get(i);
        cells.put(variable.text(), cell);
        texts.put(variable.text(), Sentences.oneLine(file.source().text(cell.span())));
      }
      lines.add(
          new Line(
              new RowCells.Written(cells),
              new TableRow(lines.size() + 1, texts, file.at(each.span()))));
    }
    return lines;
  }

  private List<Line> fromFile(FileScope file, TestTable.File rows) {
    Table table = read(file, rows).orElse(null);
    if (table == null) {
      return List.of();
    }
    CellParser parser = new CellParser(file, table);
    List<Line> lines = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      Map<String, String> texts = new LinkedHashMap<>();
      for (Map.Entry<String, Datum> cell : row.cells().entrySet()) {
        texts.put(cell.getKey(), Sentences.oneLine(cell.getValue().text()));
      }
      lines.add(
          new Line(
              new RowCells.FromFile(rows.variable().text(), table, row, parser),
              new TableRow(lines.size() + 1, texts, parser.scope().at(row.span()))));
    }
    return lines;
  }

  private Optional<Table> read(FileScope file, TestTable.File rows) {
    String name = rows.file().value();
    Span at = rows.file().span();
    if (!isBeside(name)) {
      file.report(
          Code.BAD_ROWS,
          at,
          "rows are read from a file beside this one, or in a folder beside it",
          "write the file's name, without `..` or a `/` before it");
      return Optional.empty();
    } else if (!TableReader.reads(name)) {
      file.report(
          Code.BAD_ROWS, at, "rows are read from `.csv` and `.json` files, not from this", null);
      return Optional.empty();
    }
    TableFiles.Found found = files.find(file.source().file(), name);
    if (found instanceof TableFiles.Found.Problem problem) {
      file.report(
          Code.UNREADABLE,
          at,
          "`" + name + "` " + problem.message(),
          "it is looked for beside this file");
      return Optional.empty();
    }
    TableFiles.Found.Text text = (TableFiles.Found.Text) found;
    Optional<Table> known = read.get(text.source().file());
    if (known == null) {
      known = TableReader.read(text.source(), file.diagnostics());
      read.put(text.source().file(), known);
    }
    return known;
  }

  private static boolean isBeside(String name) {
    try {
      Path path = Path.of(name);
      return !name.isBlank()
          && !path.isAbsolute()
          && !name.startsWith("/")
          && !name.contains("\\")
          && !List.of(name.split("/", -1)).contains("..");
    } catch (InvalidPathException impossible) {
      return false;
    }
  }
}
