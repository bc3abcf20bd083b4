package dev.zt.test.junit;

import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a policy set is.
 *
 * @param paths its files and folders
 * @param problem what is wrong with them, or null
 */
record Place(List<Path> paths, @Nullable String problem) {
  private static final String BASE = "basedir";

  Place {
    paths = List.copyOf(paths);
  }

  static Place of(Path path) {
    return new Place(List.of(path), null);
  }

  /** The place that a class names. */
  static Place of(Class<?> type) {
    List<Path> paths = new ArrayList<>();
    for (String name : type.getAnnotation(PolicyTests.class).value()) {
      Path path = find(name, type.getClassLoader());
      if (path == null) {
        return new Place(List.of(), missing(name));
      }
      paths.add(path);
    }
    return paths.isEmpty()
        ? new Place(paths, "`@PolicyTests` names no folder")
        : new Place(paths, null);
  }

  /** As it was written wherever that leads there: messages then name files in short. */
  private static @Nullable Path find(String name, ClassLoader classPath) {
    Path written = Path.of(name);
    Path based = base().resolve(written);
    if (Files.exists(based)) {
      return based.equals(written.toAbsolutePath()) ? written : based;
    }
    URL resource = classPath.getResource(name);
    return resource != null && resource.getProtocol().equals("file")
        ? Path.of(URI.create(resource.toString()))
        : null;
  }

  private static Path base() {
    return Path.of(System.getProperty(BASE, "")).toAbsolutePath();
  }

  private static String missing(String name) {
    return "there is no `"
        + name
        + "`, neither in "
        + base()
        + " nor, outside of jars, on the class path";
  }
}
