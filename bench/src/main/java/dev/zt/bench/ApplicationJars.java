package dev.zt.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The jars that an application gets, from the jars and the class paths that the build left. */
final class ApplicationJars {
  private ApplicationJars() {}

  /** Those of one that depends on a module of zt, the module's own first. */
  static List<Path> of(Path project, String module) throws IOException {
    Path built = project.resolve(module).resolve("target");
    // A module that is shaded has its pom, and so what is written beside it, one folder deeper.
    for (Path folder : List.of(built, built.resolve("target"))) {
      Path classPath = folder.resolve("runtime-classpath.txt");
      if (Files.exists(classPath)) {
        return jars(built, Files.readString(classPath).strip());
      }
    }
    throw new IOException("no class path of " + module);
  }

  private static List<Path> jars(Path built, String classPath) throws IOException {
    List<Path> jars = new ArrayList<>();
    jars.add(own(built));
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path jar = Path.of(entry);
      jars.add(Files.isDirectory(jar) ? own(jar.resolveSibling(".")) : jar);
    }
    return jars;
  }

  /** The jar that a module itself was built into. */
  static Path own(Path built) throws IOException {
    try (Stream<Path> files = Files.list(built)) {
      return files
          .filter(
              file -> file.getFileName().toString().matches("zt-[a-z]+-[^-]+(-SNAPSHOT)?\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("no jar in " + built));
    }
  }
}
