package dev.zt.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Record classes with given components, as an application outside any module declares them. */
final class RecordClasses {
  private final Map<String, Constructor<?>> constructors = new LinkedHashMap<>();

  /**
   * Compiles record classes.
   *
   * @param components by name of the class, the type of each component by name
   */
  RecordClasses(Map<String, Map<String, Class<?>>> components) {
    List<String> declarations = new ArrayList<>();
    components.forEach(
        (name, types) -> {
          List<String> parts = new ArrayList<>();
          types.forEach((part, type) -> parts.add(type.getCanonicalName() + " " + part));
          declarations.add("public record " + name + "(" + String.join(", ", parts) + ") {}");
        });
    try {
      compile("package acme; public class Records { " + String.join("\n", declarations) + " }");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void compile(String text) throws IOException {
    Path folder = Files.createTempDirectory("records");
    Path source = Files.writeString(folder.resolve("Records.java"), text);
    int exit =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(System.out, System.err, "-d", folder.toString(), source.toString());
    if (exit != 0) {
      throw new IllegalStateException("the records do not compile: " + text);
    }
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, ClassLoader.getSystemClassLoader())) {
      for (Class<?> each : loader.loadClass("acme.Records").getClasses()) {
        constructors.put(each.getSimpleName(), each.getConstructors()[0]);
      }
    } catch (ClassNotFoundException lost) {
      throw new IllegalStateException(lost);
    }
  }

  /** A record of the class of that name. */
  Record make(String name, List<@Nullable Object> components) {
    Constructor<?> constructor = constructors.get(name);
    if (constructor == null) {
      throw new IllegalArgumentException("no record class is named " + name);
    }
    try {
      return (Record) constructor.newInstance(components.toArray());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
