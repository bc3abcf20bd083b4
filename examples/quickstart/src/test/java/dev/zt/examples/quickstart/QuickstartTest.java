package dev.zt.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The expected output is rewritten by {@code -Dquickstart.accept=true}. */
class QuickstartTest {
  /** Named from the project's folder, where a newcomer starts it. */
  private static final Path HOME = Path.of("../../examples/quickstart");

  private static final Path GOLDEN = Path.of("src/test/resources/expected.txt");

  @Test
  void itPrintsWhatIsExpected() throws IOException {
    String output = run();
    if (Boolean.getBoolean("quickstart.accept")) {
      Files.writeString(GOLDEN, output);
    }
    assertThat(output).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void allFourOutcomesOccur() throws IOException {
    assertThat(run())
        .containsPattern("\n    PERMIT ")
        .containsPattern("\n    RESTRICT ")
        .containsPattern("\n    CHALLENGE ")
        .containsPattern("\n    DENY ");
  }

  @Test
  void aMissingAStaleAndABrokenFactOccur() throws IOException {
    assertThat(run()).contains("MISSING", "STALE", "MISTYPED");
  }

  @Test
  void ownRecordsGetTheAnswerOfTheSameFactsInJson() throws IOException {
    String[] blocks = run().split("\n\n");
    String first = blocks[1];
    String last = blocks[blocks.length - 2];
    assertThat(answer(last)).isEqualTo(answer(first)).contains("PERMIT");
  }

  @Test
  void colourIsPaintedWhereItIsAskedForAndTakesNoRoom() throws IOException {
    String painted = run("--color");
    assertThat(painted).contains("\u001b[1;32mPERMIT\u001b[0m", "\u001b[1;31mDENY\u001b[0m");
    assertThat(painted.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(run());
  }

  @Test
  void aDecisionIsExplainedWhereThatIsAskedFor() throws IOException {
    assertThat(run("--explain=4")).contains("DENY", "acme.payroll.clerks_view");
  }

  @Test
  void anOptionThatDoesNotExistIsRefused() {
    assertThatThrownBy(() -> Options.of(new String[] {"--colour"}, Map.of()))
        .hasMessage("--colour is none of --color, --no-color, --explain=N");
  }

  @Test
  void noColourIsPaintedAgainstTheWishOfTheEnvironment() {
    assertThat(Options.of(new String[0], Map.of("NO_COLOR", "1")).palette())
        .isEqualTo(Palette.PLAIN);
    assertThat(Options.of(new String[0], Map.of("TERM", "dumb")).palette())
        .isEqualTo(Palette.PLAIN);
  }

  private static String answer(String block) {
    return block.substring(block.indexOf('\n'));
  }

  private static String run(String... args) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Quickstart.run(HOME, Options.of(args, Map.of("NO_COLOR", "1")), out);
    return bytes.toString(StandardCharsets.UTF_8).replace("../../", "");
  }
}
