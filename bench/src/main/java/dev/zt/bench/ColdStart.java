package dev.zt.bench;

import dev.zt.bench.cold.Bare;
import dev.zt.bench.cold.FromText;
import dev.zt.bench.contender.ZtPolicies;
import dev.zt.bench.workload.Core;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long a JVM takes from its start, over its first decision, to its end. Its class path is that
 * of an application.
 *
 * @param program what it decides by
 */
public record ColdStart(String program, int run, double millis) {
  /** Starts each program that many times, in turn. */
  static void run(int runs, Path project, Path folder, Consumer<ColdStart> results)
      throws IOException, InterruptedException {
    Path policies = Files.createDirectories(folder.resolve("policies"));
    for (Map.Entry<String, String> file : ZtPolicies.text(new Core(1)).entrySet()) {
      Files.writeString(policies.resolve(file.getKey()), file.getValue());
    }
    String classPath = classPath(project);
    List<String> bare = List.of("-cp", classPath, Bare.class.getName());
    List<String> text = List.of("-cp", classPath, FromText.class.getName(), policies.toString());
    Path archive = folder.resolve("classes.jsa");
    Files.deleteIfExists(archive);
    // Without a log: classes that cannot be archived are told of where the answer is read.
    start("an archive", 0, with(text, "-Xlog:disable", "-XX:ArchiveClassesAtExit=" + archive));
    List<String> archived = with(text, "-XX:SharedArchiveFile=" + archive);
    for (int run = 0; run <= runs; run++) {
      List<ColdStart> round =
          List.of(
              start("hand-written", run, bare),
              start("zt, from text", run, text),
              start("zt, from text, with an archive of loaded classes", run, archived));
      // The first start of each reads its class files from the disk.
      if (run > 0) {
        round.forEach(results);
      }
    }
  }

  private static String classPath(Path project) throws IOException {
    Path programs = ApplicationJars.own(project.resolve("bench").resolve("target"));
    return Stream.concat(Stream.of(programs), ApplicationJars.of(project, "zt-dsl").stream())
        .map(jar -> jar.toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static List<String> with(List<String> arguments, String... first) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(arguments);
    return all;
  }

  private static ColdStart start(String program, int run, List<String> arguments)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    long begin = System.nanoTime();
    Process process = new ProcessBuilder(with(arguments, java)).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    long end = System.nanoTime();
    if (!ended || process.exitValue() != 0 || !List.of("true", "false").contains(said.strip())) {
      throw new IOException(program + " said " + said);
    }
    return new ColdStart(program, run, (end - begin) / 1e6);
  }
}
