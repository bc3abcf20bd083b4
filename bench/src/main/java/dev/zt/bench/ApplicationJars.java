package dev.zt.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The jars that an application gets: the dependencies of {@code bench/application}, as they were
 * resolved from what is published.
 */
final class ApplicationJars {
  /** An artifact in a tree of dependencies: {@code group:artifact:jar:version:scope}. */
  private static final Pattern JAR = Pattern.compile("[^\\s:]+:([^:]+):jar:([^:]+):[a-z]+");

  private ApplicationJars() {}

  /** Those of one that depends on a module of zt, the module's own first. */
  static List<Path> of(Path project, String module) throws IOException {
    Path tree = project.resolve("bench/target/application-" + module + ".txt");
    List<Path> jars = new ArrayList<>();
    for (Matcher jar = JAR.matcher(Files.readString(tree)); jar.find(); ) {
      String artifact = jar.group(1);
      String name = artifact + "-" + jar.group(2) + ".jar";
      Path built = project.resolve(artifact).resolve("target").resolve(name);
      jars.add(Files.exists(built) ? built : library(project, name));
    }
    return jars;
  }

  /** A library, which is also one of this module. */
  private static Path library(Path project, String name) throws IOException {
    String classPath = Files.readString(project.resolve("bench/target/classpath.txt")).strip();
    return Stream.of(classPath.split(File.pathSeparator, -1))
        .map(Path::of)
        .filter(jar -> jar.endsWith(name))
        .findFirst()
        .orElseThrow(() -> new IOException("there is no " + name));
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
