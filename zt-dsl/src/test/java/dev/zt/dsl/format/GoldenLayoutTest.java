package dev.zt.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.Formatting;
import dev.zt.dsl.PolicyFormatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The layout by example: each file in {@code format/written} becomes the file of the same name in
 * {@code format/formatted}. {@code -Dzt.golden=write} writes the latter anew, to be looked at.
 */
class GoldenLayoutTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "format");

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve("written"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void aFileGetsItsLayout(String name) throws IOException {
    Path golden = FOLDER.resolve("formatted").resolve(name);
    Formatting formatting =
        PolicyFormatter.format(name, Files.readString(FOLDER.resolve("written").resolve(name)));
    assertThat(formatting.report()).isEmpty();
    if ("write".equals(System.getProperty("zt.golden"))) {
      Files.writeString(golden, formatting.text().orElseThrow());
    }

    assertThat(formatting.text()).contains(Files.readString(golden));
  }
}
