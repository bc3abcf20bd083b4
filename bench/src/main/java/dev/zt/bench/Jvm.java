package dev.zt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the benchmark in a JVM of its own. */
final class Jvm {
  private static final int LONGEST_MINUTES = 30;

  private Jvm() {}

  /**
   * What a program said.
   *
   * @throws IOException when it failed, or did not end in half an hour
   */
  static String said(List<String> options, Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(Arrays.asList(arguments));
    Path output = Files.createTempFile("zt-bench", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
      String said = Files.readString(output);
      if (!ended || process.exitValue() != 0) {
        throw new IOException(program.getSimpleName() + " did not end well, and said " + said);
      }
      return said;
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(output);
    }
  }
}
