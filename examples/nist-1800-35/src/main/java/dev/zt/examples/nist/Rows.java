package dev.zt.examples.nist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows that the published outcomes are read from.
 *
 * @param all in the order of the file
 * @param digest SHA-256 of the file in lower-case hexadecimal: which rows a report is about
 */
record Rows(List<Row> all, String digest) {
  /** What to say when there are no rows. */
  static final String ABSENT =
      "no rows: set the property zt.vectors or the variable ZT_VECTORS to a folder that holds"
          + " nist-1800-35/rows.ndjson";

  private static final ObjectMapper JSON = new ObjectMapper();

  Rows {
    all = List.copyOf(all);
  }

  /**
   * The rows of the folder that the property {@code zt.vectors} names, else the variable {@code
   * ZT_VECTORS}, else the first {@code shared/vectors} beside an ancestor of the working directory;
   * empty when it holds none.
   */
  static Optional<Rows> find() {
    return folder()
        .map(folder -> folder.resolve("nist-1800-35").resolve("rows.ndjson"))
        .filter(Files::isRegularFile)
        .map(Rows::read);
  }

  /** The rows of a file with one JSON object a line. */
  static Rows read(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      List<Row> rows = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          rows.add(row(JSON.readTree(line)));
        }
      }
      return new Rows(rows, sha256(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(JsonNode object) {
    Map<String, String> cells = new HashMap<>();
    for (Map.Entry<String, JsonNode> cell : object.properties()) {
      String text = cell.getValue().asText("");
      boolean empty = cell.getValue().isNull() || text.isBlank();
      cells.put(cell.getKey(), empty ? Row.NOTHING : text);
    }
    return new Row(cells);
  }

  private static Optional<Path> folder() {
    String given = given();
    if (given != null) {
      return Optional.of(Path.of(given));
    }
    for (Path ancestor = Path.of("").toAbsolutePath();
        ancestor != null;
        ancestor = ancestor.getParent()) {
      Path beside = ancestor.resolveSibling("shared").resolve("vectors");
      if (Files.isDirectory(beside)) {
        return Optional.of(beside);
      }
    }
    return Optional.empty();
  }

  private static @Nullable String given() {
    String property = System.getProperty("zt.vectors");
    return property != null ? property : System.getenv("ZT_VECTORS");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
