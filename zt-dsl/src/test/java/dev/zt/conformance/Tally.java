package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the rows of a file of outside vectors. */
final class Tally {
  private final String file;
  private final Map<String, Integer> different = new TreeMap<>();
  private final Map<String, Integer> notMappable = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private int passed;

  Tally(String file) {
    this.file = file;
  }

  /** A row that should hold as it was published. */
  void holds(JsonNode row, boolean holds) {
    if (holds) {
      passed++;
    } else {
      failures.add(row.toString());
    }
  }

  /** A row of which the language says something else, and does so. */
  void differsOnPurpose(JsonNode row, boolean asTheLanguageSays, String why) {
    if (asTheLanguageSays) {
      different.merge(why, 1, Integer::sum);
    } else {
      failures.add(row + " (" + why + ")");
    }
  }

  /** A row that asks for something the language does not have. */
  void isNotMappable(String why) {
    notMappable.merge(why, 1, Integer::sum);
  }

  /** Prints the counts; fails when a row failed, was left out, or when none passed. */
  void report(List<JsonNode> rows) {
    int unmapped = sum(notMappable);
    System.out.printf(
        "vectors %s through the language: %d rows, %d mapped, %d passed, %d failed,"
            + " %d different on purpose %s, %d not mappable %s%n",
        file,
        rows.size(),
        rows.size() - unmapped,
        passed,
        failures.size(),
        sum(different),
        different,
        unmapped,
        notMappable);
    assertThat(failures).as(file).isEmpty();
    assertThat(passed).as(file).isPositive();
    assertThat(passed + sum(different) + unmapped).as(file).isEqualTo(rows.size());
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
