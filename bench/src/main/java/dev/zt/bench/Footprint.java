package dev.zt.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The jars that an application gets which depends on one module of zt. */
public record Footprint(String module, int jars, long bytes) {
  /** Counts them, from the jars and the class paths that the build left. */
  static void run(Path project, Consumer<Footprint> results) throws IOException {
    for (String module : List.of("zt-engine", "zt-dsl")) {
      Path built = project.resolve(module).resolve("target");
      // A module that is shaded has its pom, and so what is written beside it, one folder deeper.
      for (Path folder : List.of(built, built.resolve("target"))) {
        Path classPath = folder.resolve("runtime-classpath.txt");
        if (Files.exists(classPath)) {
          results.accept(footprint(module, built, Files.readString(classPath).strip()));
        }
      }
    }
  }

  private static Footprint footprint(String module, Path built, String classPath)
      throws IOException {
    int jars = 1;
    long bytes = Files.size(ownJar(built));
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path jar = Path.of(entry);
      jars++;
      bytes += Files.size(Files.isDirectory(jar) ? ownJar(jar.resolveSibling(".")) : jar);
    }
    return new Footprint(module, jars, bytes);
  }

  private static Path ownJar(Path built) throws IOException {
    try (Stream<Path> files = Files.list(built)) {
      return files
          .filter(
              file -> file.getFileName().toString().matches("zt-[a-z]+-[^-]+(-SNAPSHOT)?\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("no jar in " + built));
    }
  }
}
