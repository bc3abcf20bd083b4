package dev.zt.bench;

import dev.zt.bench.cold.Bare;
import dev.zt.bench.cold.FromText;
import dev.zt.bench.contender.ZtPolicies;
import dev.zt.bench.workload.Core;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How long a JVM takes from its start, over its first decision, to its end.
 *
 * @param program what it decides by
 */
public record ColdStart(String program, int run, double millis) {
  /** Starts each program that many times, in turn. */
  static void run(int runs, Path folder, Consumer<ColdStart> results)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : ZtPolicies.text(new Core(1)).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    for (int run = 0; run <= runs; run++) {
      ColdStart bare = start("hand-written", run, Bare.class);
      ColdStart text = start("zt, from text", run, FromText.class, folder.toString());
      // The first start of each reads its class files from the disk.
      if (run > 0) {
        results.accept(bare);
        results.accept(text);
      }
    }
  }

  private static ColdStart start(String program, int run, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    long begin = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    long end = System.nanoTime();
    if (!ended || process.exitValue() != 0 || !List.of("true", "false").contains(said.strip())) {
      throw new IOException(program + " said " + said);
    }
    return new ColdStart(program, run, (end - begin) / 1e6);
  }
}
