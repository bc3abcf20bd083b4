package dev.zt.dsl.format;

import dev.zt.dsl.source.Width;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of a table.
 *
 * @param open its parenthesis
 * @param cells each with its comma
 * @param close its other parenthesis, and the comma behind it
 */
record Row(Doc open, List<Doc> cells, Doc close) {
  Row {
    cells = List.copyOf(cells);
  }

  /** Whether it needs one line. */
  boolean isFlat() {
    return Flat.text(doc(List.of())).isPresent();
  }

  /** The columns of a cell. */
  int width(int cell) {
    return Flat.text(cells.get(cell)).map(Width::of).orElse(0);
  }

  /** The row with cells of at least these widths. */
  Doc doc(List<Integer> widths) {
    List<Doc> parts = new ArrayList<>();
    parts.add(open);
    for (int i = 0; i < cells.size(); i++) {
      parts.add(cells.get(i));
      if (i < widths.size()) {
        parts.add(Columns.gap(Flat.text(cells.get(i)).orElse(""), widths.get(i)));
      } else if (i + 1 < cells.size()) {
        parts.add(Doc.blank());
      }
    }
    parts.add(close);
    return Doc.of(parts);
  }
}
