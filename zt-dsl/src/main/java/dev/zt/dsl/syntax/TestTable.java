package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;
import java.util.List;

/** The rows for each of which a test runs. */
public sealed interface TestTable {
  /** From the word {@code for} to the end of the rows. */
  Span span();

  /** {@code for (a, b) in [(1, 2), (3, 4)]}, or with one variable {@code for a in [1, 2]}. */
  record Rows(List<Name> variables, List<Row> rows, Span span) implements TestTable {
    public Rows {
      variables = List.copyOf(variables);
      rows = List.copyOf(rows);
    }
  }

  /** {@code for row in "file.csv"}. */
  record File(Name variable, Text file, Span span) implements TestTable {}

  /** One row. */
  record Row(List<Cell> cells, Span span) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** What one variable stands for in one row. */
  sealed interface Cell {
    /** The whole text. */
    Span span();

    /** A value. */
    record Value(Expression value) implements Cell {
      @Override
      public Span span() {
        return value.span();
      }
    }

    /** An outcome: {@code permit}, {@code challenge mfa}. */
    record Outcome(Expectation.Stated outcome) implements Cell {
      @Override
      public Span span() {
        return outcome.span();
      }
    }
  }
}
