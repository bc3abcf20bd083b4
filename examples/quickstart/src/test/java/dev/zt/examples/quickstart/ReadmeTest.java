package dev.zt.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens. */
class ReadmeTest {
  private static final Path README = Path.of("../../README.md");

  @Test
  void theProgramOfTheReadmePrintsWhatTheReadmeSays(@TempDir Path folder) throws Exception {
    Files.createDirectory(folder.resolve("policies"));
    Files.writeString(folder.resolve("policies/payroll.zt"), block("zt"));
    Path program = Files.writeString(folder.resolve("Payroll.java"), block("java"));

    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(java(), "-cp", classPath(), program.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();

    assertThat(ended).isTrue();
    assertThat(Files.readString(output)).isEqualTo(block("text"));
  }

  /** The first code block of that language. */
  private static String block(String language) throws IOException {
    Matcher matcher =
        Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(Files.readString(README));
    assertThat(matcher.find()).as("a block of " + language).isTrue();
    return matcher.group(1);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** All that this test runs with, whether it is there as a class path or a module path. */
  private static String classPath() {
    return String.join(
        File.pathSeparator,
        List.of(System.getProperty("java.class.path"), System.getProperty("jdk.module.path", "")));
  }
}
