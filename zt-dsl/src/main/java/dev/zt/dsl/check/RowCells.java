package dev.zt.dsl.check;

import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.TestTable;
import dev.zt.dsl.table.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands for the variables of a test's table in one row. */
sealed interface RowCells {
  /** In a test without a table. */
  RowCells NONE = new Written(Map.of());

  /** What a variable stands for; null when it is none of a written row. */
  TestTable.@Nullable Cell cell(String variable);

  /** The names of the variables. */
  Collection<String> variables();

  /** Whether an expression is a column of a row from a file. */
  boolean isColumn(Expression written);

  /** A row that is written in the test. */
  record Written(Map<String, TestTable.Cell> cells) implements RowCells {
    @Override
    public Collection<String> variables() {
      return cells.keySet();
    }

    @Override
    public TestTable.@Nullable Cell cell(String variable) {
      return cells.get(variable);
    }

    @Override
    public boolean isColumn(Expression written) {
      return false;
    }
  }

  /**
   * A row of a file.
   *
   * @param parser reads cells that are more than plain texts
   */
  record FromFile(String variable, Table table, Table.Row row, CellParser parser)
      implements RowCells {
    @Override
    public Collection<String> variables() {
      return List.of(variable);
    }

    @Override
    public TestTable.@Nullable Cell cell(String name) {
      return null;
    }

    @Override
    public boolean isColumn(Expression written) {
      return written instanceof Expression.Select select
          && select.target() instanceof Expression.Reference target
          && target.name().text().equals(variable);
    }
  }
}
