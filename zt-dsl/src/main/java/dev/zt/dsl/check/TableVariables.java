package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.syntax.Name;
import dev.zt.dsl.syntax.TestTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of a test's table, with what stands for each in its rows. */
final class TableVariables {
  private final Map<String, List<TestTable.Cell>> cells = new LinkedHashMap<>();
  private final @Nullable String row;

  private TableVariables(@Nullable String row) {
    this.row = row;
  }

  /** Of a table; null stands for none. */
  static TableVariables of(ExprChecker checker, @Nullable TestTable table) {
    if (table instanceof TestTable.File file) {
      checker.checking().isFresh(file.variable(), checker.env());
      return new TableVariables(file.variable().text());
    }
    TableVariables variables = new TableVariables(null);
    if (table instanceof TestTable.Rows rows) {
      variables.add(checker, rows);
    }
    return variables;
  }

  private void add(ExprChecker checker, TestTable.Rows rows) {
    List<String> names = new ArrayList<>();
    for (Name variable : rows.variables()) {
      String name = variable.text();
      if (checker.checking().isFresh(variable, checker.env()) && names.contains(name)) {
        checker
            .file()
            .report(Code.NAME_IN_SCOPE, variable.span(), "`" + name + "` is already in scope");
      }
      names.add(name);
      cells.put(name, new ArrayList<>());
    }
    for (TestTable.Row each : rows.rows()) {
      if (each.cells().size() == names.size()) {
        for (int i = 0; i < names.size(); i++) {
          cells.getOrDefault(names.get(i), new ArrayList<>()).add(each.cells().get(i));
        }
      } else {
        checker
            .file()
            .report(
                Code.BAD_ARGUMENTS,
                each.span(),
                "this row has "
                    + Counted.of(each.cells().size(), "value")
                    + " for "
                    + Counted.of(names.size(), "name"));
      }
    }
  }

  /** What stands for a variable in the rows; null when there is no such variable. */
  @Nullable List<TestTable.Cell> cells(String variable) {
    return cells.get(variable);
  }

  /** Whether the name is the variable of a table in a file, whose columns nobody knows yet. */
  boolean isRow(String variable) {
    return variable.equals(row);
  }

  /** The names of all variables. */
  List<String> names() {
    List<String> names = new ArrayList<>(cells.keySet());
    if (row != null) {
      names.add(row);
    }
    return names;
  }
}
