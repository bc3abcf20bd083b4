package dev.zt.examples.quickstart;

import dev.zt.Outcome;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.IntStream;

/** The lines of one decision: the outcome before the first, a label before each group. */
final class Block {
  private static final int OUTCOME_WIDTH = "CHALLENGE".length();
  private static final int LABEL_WIDTH = "carry out".length();
  private static final String GAP = "  ";

  private final PrintStream out;
  private final Palette palette;
  private Cell outcome;

  Block(PrintStream out, Palette palette, Outcome outcome) {
    this.out = out;
    this.palette = palette;
    this.outcome = new Cell(outcome.name(), text -> palette.outcome(outcome, text));
  }

  /** One line under a label. */
  void line(String label, Cell... cells) {
    rows(label, List.of(List.of(cells)));
  }

  /** Lines under one label, their cells in columns. */
  void rows(String label, List<List<Cell>> rows) {
    Cell front = new Cell(label, palette::faint);
    for (List<Cell> row : rows) {
      StringBuilder line = new StringBuilder("    ").append(outcome.padded(OUTCOME_WIDTH));
      line.append(GAP).append(front.padded(LABEL_WIDTH));
      for (int column = 0; column < row.size(); column++) {
        int width = column == row.size() - 1 ? 0 : width(rows, column);
        line.append(GAP).append(row.get(column).padded(width));
      }
      out.println(line);
      outcome = new Cell("");
      front = new Cell("");
    }
  }

  /** The width of a column. What stands alone in its line is no column. */
  private static int width(List<List<Cell>> rows, int column) {
    return rows.stream()
        .filter(row -> row.size() > 1 && row.size() > column)
        .flatMapToInt(row -> IntStream.of(row.get(column).text().length()))
        .max()
        .orElse(0);
  }
}
