package dev.zt.dsl.suite;

import dev.zt.policy.SourceSpan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One row of a test's table.
 *
 * @param number which row it is, from 1
 * @param cells what stands in it as text, by variable or column, in order
 * @param span where it stands: in the policy file, or in the file that holds the rows
 */
public record TableRow(int number, Map<String, String> cells, SourceSpan span) {
  private static final int LONGEST = 60;

  public TableRow {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    Objects.requireNonNull(span, "span");
  }

  /** The row's number and its cells, shortened where there is much in them. */
  public String label() {
    String all =
        cells.entrySet().stream()
            .map(cell -> cell.getKey() + ": " + cell.getValue())
            .collect(Collectors.joining(", "));
    int end = Math.min(all.length(), LONGEST);
    if (end < all.length() && Character.isHighSurrogate(all.charAt(end - 1))) {
      end--;
    }
    return "row " + number + ": " + all.substring(0, end) + (end < all.length() ? "…" : "");
  }
}
