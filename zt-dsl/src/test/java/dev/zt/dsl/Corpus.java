package dev.zt.dsl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A policy file that compiles, of those in {@code src/test/resources/corpus}, which together use
 * every construct of the language.
 */
public record Corpus(String name, String text) {

  /** All of them by name, the prelude last. */
  public static List<Corpus> files() throws IOException {
    List<Corpus> files = new ArrayList<>();
    try (Stream<Path> paths = Files.list(Path.of("src", "test", "resources", "corpus"))) {
      for (Path path : paths.sorted().toList()) {
        files.add(read(path));
      }
    }
    files.add(read(Path.of("src", "main", "resources", "dev", "zt", "dsl", "prelude.zt")));
    return files;
  }

  private static Corpus read(Path path) throws IOException {
    return new Corpus(
        path.getFileName().toString(), Files.readString(path, StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return name;
  }
}
