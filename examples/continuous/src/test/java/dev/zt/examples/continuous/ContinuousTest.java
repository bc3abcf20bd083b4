package dev.zt.examples.continuous;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The expected output is rewritten by {@code -Dcontinuous.accept=true}. */
class ContinuousTest {
  private static final Path GOLDEN = Path.of("src/test/resources/expected.txt");

  @TempDir private Path log;

  @Test
  void theDayIsAsExpected() throws IOException, InterruptedException {
    String output = run();
    if (Boolean.getBoolean("continuous.accept")) {
      Files.writeString(GOLDEN, output);
    }
    assertThat(output).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void accessFallsAndRisesThroughAllFourOutcomes() throws IOException, InterruptedException {
    assertThat(run())
        .contains(
            "PERMIT -> RESTRICT", "RESTRICT read_only, watermark -> PERMIT", "PERMIT -> CHALLENGE")
        .containsPattern("CHALLENGE .* -> PERMIT")
        .contains("PERMIT -> DENY");
  }

  private String run() throws IOException, InterruptedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Continuous.run(Path.of(""), log, out);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
