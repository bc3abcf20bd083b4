package dev.zt.policy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A file of outside vectors, and the count of what became of its rows. */
public final class Vectors {
  private final String name;
  private final List<JsonNode> rows;
  private final Map<String, Integer> differentOnPurpose = new TreeMap<>();
  private final Map<String, Integer> notMappable = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private int passed;

  private Vectors(String name, List<JsonNode> rows) {
    this.name = name;
    this.rows = rows;
  }

  /** Reads the file, or skips the running test when there is no folder of vectors. */
  public static Vectors read(String name) throws IOException {
    Path folder = folder();
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(name + ".ndjson"))) {
      rows.add(json.readTree(line));
    }
    return new Vectors(name, rows);
  }

  /** The folder of vectors, or skips the running test when there is none. */
  public static Path folder() {
    Path folder = find();
    assumeTrue(
        folder != null,
        "SKIPPED: no folder of vectors; set the property zt.vectors or the variable ZT_VECTORS");
    return folder;
  }

  private static Path find() {
    String given = System.getProperty("zt.vectors", System.getenv("ZT_VECTORS"));
    if (given != null) {
      return Path.of(given);
    }
    Path ancestor = Path.of("").toAbsolutePath();
    while (ancestor != null) {
      Path beside = ancestor.resolveSibling("shared").resolve("vectors");
      if (Files.isDirectory(beside)) {
        return beside;
      }
      ancestor = ancestor.getParent();
    }
    return null;
  }

  public List<JsonNode> rows() {
    return rows;
  }

  public void check(JsonNode row, boolean holds) {
    if (holds) {
      passed++;
    } else {
      failures.add(row.toString());
    }
  }

  void differsOnPurpose(String why) {
    differentOnPurpose.merge(why, 1, Integer::sum);
  }

  public void isNotMappable(String why) {
    notMappable.merge(why, 1, Integer::sum);
  }

  /** Prints the counts and fails when a row did not hold or none was checked. */
  public void report() {
    int different = differentOnPurpose.values().stream().mapToInt(Integer::intValue).sum();
    int unmapped = notMappable.values().stream().mapToInt(Integer::intValue).sum();
    System.out.printf(
        "vectors %s: %d rows, %d mapped, %d passed, %d different on purpose %s, %d not mappable"
            + " %s%n",
        name,
        rows.size(),
        rows.size() - unmapped,
        passed,
        different,
        differentOnPurpose,
        unmapped,
        notMappable);
    assertThat(failures).as(name).isEmpty();
    assertThat(passed).as(name).isPositive();
    assertThat(passed + different + unmapped).as(name).isEqualTo(rows.size());
  }
}
