package dev.zt.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests and answers that others published, where the folder with them is at hand. */
public final class Vectors {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Vectors() {}

  /** The rows of a file of one JSON object a line; skips the test, loudly, without the folder. */
  public static List<JsonNode> rows(String file) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(path(file))) {
      if (!line.isBlank()) {
        rows.add(JSON.readTree(line));
      }
    }
    return rows;
  }

  static Path path(String file) {
    Path folder = folder();
    if (folder == null) {
      System.err.println("SKIPPED: no folder of outside vectors, so " + file + " is not tested");
    }
    assumeTrue(folder != null, "no folder of outside vectors; set zt.vectors or ZT_VECTORS");
    return folder.resolve(file);
  }

  private static @Nullable Path folder() {
    String named = System.getProperty("zt.vectors", System.getenv("ZT_VECTORS"));
    if (named != null) {
      return Path.of(named);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared/vectors");
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    return null;
  }
}
