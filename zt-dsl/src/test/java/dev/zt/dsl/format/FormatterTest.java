package dev.zt.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.Corpus;
import dev.zt.dsl.Formatting;
import dev.zt.dsl.PolicyFormatter;
import dev.zt.dsl.source.Width;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the layout does to the files of the corpus, the examples and the golden ones. */
class FormatterTest {
  private static final int LONG_TEXT = 60;

  static List<Corpus> files() throws IOException {
    List<Corpus> files = new ArrayList<>(corpus());
    files.addAll(below("../examples"));
    return files;
  }

  static List<Corpus> corpus() throws IOException {
    List<Corpus> files = new ArrayList<>(Corpus.files());
    files.addAll(below("src/test/resources/format/written"));
    return files;
  }

  private static List<Corpus> below(String folder) throws IOException {
    List<Corpus> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(Path.of(folder))) {
      for (Path path : paths.filter(FormatterTest::isSource).sorted().toList()) {
        files.add(new Corpus(path.toString(), Files.readString(path)));
      }
    }
    return files;
  }

  private static boolean isSource(Path path) {
    return path.toString().endsWith(".zt") && !path.toString().contains("target");
  }

  private static String format(String text) {
    Formatting formatting = PolicyFormatter.format("file.zt", text);
    assertThat(formatting.report()).as(text).isEmpty();
    return formatting.text().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileSaysTheSameInItsLayout(Corpus file) {
    assertThat(Sameness.differences(file.text(), format(file.text()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void formattingTwiceIsFormattingOnce(Corpus file) {
    String once = format(file.text());

    assertThat(format(once)).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("files")
  void nothingIsWiderThanTheLineButATextOrAComment(Corpus file) {
    assertThat(format(file.text()).lines())
        .filteredOn(line -> Width.of(line) > Printer.WIDTH)
        .filteredOn(line -> !line.contains("//"))
        .allMatch(line -> line.matches("(?s).*\"(?:[^\"\\\\]|\\\\.){" + LONG_TEXT + ",}\".*"));
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void blanksAtTheEndsOfLinesTabsAndForeignLineEndsMakeNoDifference(Corpus file) {
    String text = format(file.text());
    List<UnaryOperator<String>> changes =
        List.of(
            each -> each.replace("\n", "\r\n"),
            each -> each.replace("\n", "\r"),
            each -> each.replace("\n", " \t \n"),
            each -> each.replaceAll("(?m)^ +(?=[^*: ])", "\t"),
            each -> each.replaceAll("(?m)^ +(?=[^*: ])", ""),
            each -> each.replace("\n\n", "\n\n\n\n"),
            each -> "\uFEFF" + each,
            each -> "\n\n" + each + "\n\n",
            String::stripTrailing);

    assertThat(changes)
        .allSatisfy(change -> assertThat(format(change.apply(text))).isEqualTo(text));
  }

  @Test
  void whateverStandsBetweenTheWordsNothingIsLostAndTheLayoutIsStable() throws IOException {
    long seed = Long.getLong("zt.format.seed", System.nanoTime());
    Random random = new Random(seed);
    for (Corpus file : Corpus.files()) {
      for (int i = 0; i < 12; i++) {
        String noisy = new Noise(random, i % 2 == 0 ? 5 : 40).in(file.text());
        String name = "-Dzt.format.seed=" + seed + ", " + file + ":\n" + noisy;
        Formatting formatting = PolicyFormatter.format("file.zt", noisy);
        assertThat(formatting.report()).as(name).isEmpty();
        String once = formatting.text().orElseThrow();
        assertThat(Sameness.differences(noisy, once)).as(name).isEmpty();
        assertThat(format(once)).as(name).isEqualTo(once);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a dropped comment           | // first       | ``             | comments",
        "two comments in wrong order | // first       | // second      | comments",
        "parentheses dropped         | (a or b)       | a or b         | tree",
        "another unit                | 15m            | 900s           | ``",
        "another number              | 15m            | 16m            | tree",
        "an operator                 | and not        | or not         | tree",
        "a doc comment cut off       | /// Doc.       | // Doc.        | tree",
        "a doc comment at a line     | `/// Doc.\n`   | /* c */ /// Doc. | tree",
        "a blank line closed         | `Doc\n\n  when` | `Doc\n  when` | findings",
        "a text                      | because \"x\"  | because \"y\"  | meaning"
      })
  void aLayoutThatChangesSomethingIsCaught(String what, String old, String changed, String found) {
    String text =
        """
        module t
        let a = device.managed // first
        let b = device.attested // second
        entity User { }
        entity Doc { actions read }
        /// Doc.
        r: permit User to read Doc

          when (a or b) and not identity.mfa_age > 15m because "x"
        """;
    String faulty = text.replace(old, changed == null ? "" : changed);
    assertThat(faulty).as(what).isNotEqualTo(text);

    List<String> differences = Sameness.differences(text, faulty);

    if (found == null || found.isEmpty()) {
      assertThat(differences).isEmpty();
    } else {
      assertThat(differences).anyMatch(difference -> difference.startsWith(found));
    }
  }
}
