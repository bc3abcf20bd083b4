package dev.zt.bench.runtime;

import dev.zt.bench.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One part in a JVM of its own. */
public final class Fork {
  private static final int LONGEST_MINUTES = 30;

  private Fork() {}

  /**
   * Measures a part in a JVM of its own.
   *
   * @param results the file that the figures are added to
   * @throws IOException when it could not be measured
   */
  public static void run(Part part, boolean quick, Path results)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(part.options());
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Fork.class.getName(),
            part.name(),
            Boolean.toString(quick),
            results.toString()));
    Process process = new ProcessBuilder(command).inheritIO().start();
    try {
      if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IOException(part.title() + " could not be measured");
      }
    } finally {
      process.destroyForcibly();
    }
  }

  /** Measures the part that the first argument names. */
  public static void main(String[] arguments) throws Exception {
    Path results = Path.of(arguments[2]);
    Part.valueOf(arguments[0])
        .run(
            Boolean.parseBoolean(arguments[1]),
            figure -> {
              Results.append(results, figure);
              System.out.println(figure);
            });
    System.exit(0);
  }
}
