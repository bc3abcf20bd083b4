package dev.zt.dsl.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The pages that the project shows to its users. */
final class Pages {
  private Pages() {}

  static List<Path> all() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("../README.md")));
    try (Stream<Path> files = Files.list(Path.of("../docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    try (Stream<Path> examples = Files.list(Path.of("../examples"))) {
      examples
          .map(example -> example.resolve("README.md"))
          .filter(Files::exists)
          .sorted()
          .forEach(pages::add);
    }
    return pages;
  }
}
