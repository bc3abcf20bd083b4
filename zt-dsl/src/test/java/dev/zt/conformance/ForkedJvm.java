package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program of the tests in a JVM of its own, on the class path. */
final class ForkedJvm {
  private static final int MINUTES = 60;

  /** A short program starts faster so. */
  private final List<String> options =
      new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));

  private Predicate<Path> on = jar -> true;

  /** What a program said before it ended well. */
  record Said(String output, String errors) {}

  /** With options of the JVM. */
  ForkedJvm with(String... more) {
    options.addAll(Arrays.asList(more));
    return this;
  }

  /** Without the jars whose names begin so. */
  ForkedJvm without(String name) {
    on = on.and(entry -> !entry.getFileName().toString().startsWith(name));
    return this;
  }

  Said run(Class<?> program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), program.getName()));
    command.addAll(Arrays.asList(arguments));
    Path errors = Files.createTempFile("errors", ".txt");
    try {
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
      String said = Files.readString(errors);
      assertThat(ended && process.exitValue() == 0).as(said).isTrue();
      return new Said(output, said);
    } finally {
      Files.delete(errors);
    }
  }

  /** All that this JVM finds classes in, be it on the class path or as modules. */
  private String classPath() {
    return Stream.of("java.class.path", "jdk.module.path", "surefire.test.class.path")
        .map(name -> System.getProperty(name, ""))
        .flatMap(path -> Arrays.stream(path.split(File.pathSeparator, -1)))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .filter(on)
        .map(Path::toString)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }
}
