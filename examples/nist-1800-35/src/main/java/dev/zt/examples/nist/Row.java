package dev.zt.examples.nist;

import java.util.Map;
import java.util.Optional;

/**
 * One row of a demonstration table: its cells by column.
 *
 * @param cells the text of each cell; a cell without content holds {@link #NOTHING}
 */
record Row(Map<String, String> cells) {
  /** How the tables write that a column does not apply. */
  static final String NOTHING = "---";

  Row {
    cells = Map.copyOf(cells);
  }

  /** Such as {@code B-1.4.k}. */
  String id() {
    return cells.getOrDefault("id", NOTHING);
  }

  /** Such as {@code B-1}. */
  String scenario() {
    return cells.getOrDefault("scenario", NOTHING);
  }

  /** What the scenario is called. */
  String title() {
    return cells.getOrDefault("title", "");
  }

  /** Whether the table has the column at all. */
  boolean has(String column) {
    return cells.containsKey(column);
  }

  /** The content of a cell; empty when the table has no such column or says nothing in it. */
  Optional<String> cell(String column) {
    return Optional.ofNullable(cells.get(column)).filter(text -> !text.equals(NOTHING));
  }

  /**
   * What a column of yes and no says; empty when it says nothing.
   *
   * @throws UnmappableRow for any other text
   */
  Optional<Boolean> flag(String column) {
    return cell(column)
        .map(
            text ->
                switch (text) {
                  case "Y", "Yes" -> true;
                  case "N", "No" -> false;
                  default -> throw UnmappableRow.unknownText(column, text);
                });
  }
}
