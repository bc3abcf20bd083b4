package dev.zt.test.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs a team's build by Maven: what fails there must fail the build, and be counted. */
class BuildTest {
  /** A class of each part that zt needs at run time. */
  private static final List<String> PARTS =
      List.of(
          "dev.zt.Authorizer",
          "dev.zt.engine.Engine",
          "dev.zt.dsl.PolicyCompiler",
          "dev.zt.test.Suite",
          "com.fasterxml.jackson.annotation.JsonInclude",
          "com.fasterxml.jackson.core.JsonFactory",
          "com.fasterxml.jackson.databind.ObjectMapper",
          "com.fasterxml.jackson.dataformat.csv.CsvFactory");

  /** What the classes need of libraries that the jars carry themselves. */
  private static final List<String> CARRIED =
      List.of("com.google.common.base.Strings", "org.antlr.v4.runtime.Parser");

  @TempDir Path project;

  @ParameterizedTest
  @ValueSource(strings = {"5.14.4", "6.1.3"})
  void aFailingPolicyTestFailsTheBuildAndIsCounted(String version) throws Exception {
    copy(Path.of("src/test/build"), project);
    copy(Path.of("src/test/policies"), project);

    Path output = project.resolve("output.txt");
    int code = maven(output, "test", "-Djunit.version=" + version, "-Dzt.jar=" + jar());

    String said = Files.readString(output);
    assertThat(code).as(said).isEqualTo(1);
    assertThat(said)
        .contains("Tests run: 8, Failures: 4, Errors: 0, Skipped: 1")
        .contains("mixed/desk.zt:27: close => permit")
        .contains("broken/broken.zt:7:8: error")
        .contains("there is no `absent`, neither in " + project.toRealPath());
    assertThat(cases()).hasSize(8);
  }

  /** The test cases of all reports. */
  private List<String> cases() throws IOException {
    List<String> cases = new ArrayList<>();
    try (Stream<Path> reports = Files.list(project.resolve("target/surefire-reports"))) {
      for (Path report : reports.filter(file -> file.toString().endsWith(".xml")).toList()) {
        Files.readString(report)
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("<testcase "))
            .forEach(cases::add);
      }
    }
    return cases;
  }

  private int maven(Path output, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(executable(), "--batch-mode", "-ntp"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(project.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return process.waitFor();
  }

  /** The Maven that runs this test, where it says so. */
  private static String executable() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
    String name = windows ? "mvn.cmd" : "mvn";
    String home = System.getProperty("maven.home");
    return home == null ? name : Path.of(home, "bin", name).toString();
  }

  private Path jar() throws Exception {
    List<String> locations = new ArrayList<>();
    for (String part : PARTS) {
      locations.add(location(Class.forName(part)));
    }
    if (locations.stream().noneMatch(location -> location.matches(".*/zt-dsl-[^/]*\\.jar"))) {
      for (String part : CARRIED) {
        locations.add(location(Class.forName(part)));
      }
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", locations));
    Path jar = project.resolve("zt.jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
    return jar;
  }

  private static String location(Class<?> type) throws URISyntaxException {
    return type.getProtectionDomain().getCodeSource().getLocation().toURI().toString();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
