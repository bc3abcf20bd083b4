package dev.zt.examples.policies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The packs: the folders beside the build file that hold policy files. */
final class Packs {
  private Packs() {}

  static List<Path> all() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of(""))) {
      return folders.filter(Packs::holdsPolicies).sorted().toList();
    }
  }

  /** The policy files of all packs, without those that hold their tests. */
  static List<Path> policies() throws IOException {
    try (Stream<Path> packs = all().stream()) {
      return packs.flatMap(pack -> files(pack).stream()).filter(file -> !isTest(file)).toList();
    }
  }

  private static boolean isTest(Path file) {
    return file.getFileName().toString().endsWith(".test.zt");
  }

  private static boolean holdsPolicies(Path folder) {
    return Files.isDirectory(folder) && !files(folder).isEmpty();
  }

  private static List<Path> files(Path pack) {
    try (Stream<Path> files = Files.list(pack)) {
      return files.filter(file -> file.toString().endsWith(".zt")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
