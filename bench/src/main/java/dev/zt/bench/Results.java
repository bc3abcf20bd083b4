package dev.zt.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Results on disk, one a line as JSON, written as they come. */
public final class Results {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Results() {}

  /** Adds a result to a file. */
  public static void append(Path file, Object result) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(
          file,
          MAPPER.writeValueAsString(result) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All results of a file; none if there is no file. */
  static <T> List<T> read(Path file, Class<T> type) throws IOException {
    if (Files.notExists(file)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(line -> parse(line, type)).toList();
    }
  }

  private static <T> T parse(String line, Class<T> type) {
    try {
      return MAPPER.readValue(line, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
