package dev.zt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The jars that an application gets which depends on one module of zt. */
public record Footprint(String module, int jars, long bytes) {
  /** Counts them. */
  static void run(Path project, Consumer<Footprint> results) throws IOException {
    for (String module : List.of("zt-engine", "zt-dsl")) {
      List<Path> jars = ApplicationJars.of(project, module);
      long bytes = 0;
      for (Path jar : jars) {
        bytes += Files.size(jar);
      }
      results.accept(new Footprint(module, jars.size(), bytes));
    }
  }
}
