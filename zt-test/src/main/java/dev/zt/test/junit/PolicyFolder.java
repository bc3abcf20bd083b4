package dev.zt.test.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Folders that hold policy files. */
final class PolicyFolder {
  private static final String EXTENSION = ".zt";
  private static final int DEEPEST = 64;

  private PolicyFolder() {}

  static boolean isPolicy(Path path) {
    return path.toString().endsWith(EXTENSION);
  }

  /** Whether there is a policy file in it or below. */
  static boolean hasPolicies(Path folder) {
    return hasPolicies(folder, DEEPEST);
  }

  /**
   * The folder of the policy set that a file belongs to: its own, and the one above for as long as
   * that has policy files too.
   */
  static Path around(Path file) {
    Path folder = file.toAbsolutePath().normalize().resolveSibling("");
    Path above = folder.getParent();
    while (above != null && hasPolicies(above, 1)) {
      folder = above;
      above = folder.getParent();
    }
    Path here = Path.of("").toAbsolutePath();
    return folder.startsWith(here) && !folder.equals(here) ? here.relativize(folder) : folder;
  }

  private static boolean hasPolicies(Path folder, int depth) {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.anyMatch(file -> isPolicy(file) && Files.isRegularFile(file));
    } catch (IOException | UncheckedIOException unreadable) {
      return false;
    }
  }
}
