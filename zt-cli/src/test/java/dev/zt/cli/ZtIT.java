package dev.zt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The jar and the start script as they are built, in a process of their own. */
@EnabledIfSystemProperty(named = "zt.home", matches = ".+", disabledReason = "nothing is packaged")
@Timeout(120)
class ZtIT {
  private static final Path HOME = Path.of(System.getProperty("zt.home", ""));
  private static final String JAVA_HOME = System.getProperty("java.home");

  @TempDir Path folder;

  @Test
  void theJarRuns() throws Exception {
    Path policy = Samples.policy(folder, Samples.SOUND);
    String java = Path.of(JAVA_HOME, "bin", "java").toString();
    assertThat(run(java, "-jar", HOME.resolve("zt.jar"), "test", policy))
        .isEqualTo(new Ran(0, "2 passed, 0 failed\n", ""));
    assertThat(run(java, "-jar", HOME.resolve("zt.jar"), "check", "nowhere").code()).isEqualTo(2);
  }

  @Test
  void theScriptStartsTheJarAndKeepsAnArchive() throws Exception {
    Path policy = Samples.policy(folder, Samples.WRONG);
    Ran first = run("sh", HOME.resolve("zt"), "check", policy);
    assertThat(first.code()).isEqualTo(1);
    assertThat(first.err()).isEmpty();
    assertThat(first.out()).endsWith("1 error\n");
    try (Stream<Path> cached = Files.list(folder.resolve("my cache"))) {
      assertThat(cached).singleElement().asString().endsWith(".jsa");
    }
    assertThat(run("sh", HOME.resolve("zt"), "check", policy)).isEqualTo(first);
  }

  @Test
  void theScriptIsFoundThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), HOME.resolve("zt"));
    assertThat(run("sh", link, "--version").out()).startsWith("zt ");
  }

  @Test
  void theScriptCanBeRun() {
    assertThat(Files.isExecutable(HOME.resolve("zt"))).isTrue();
  }

  private Ran run(Object... command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    for (Object word : command) {
      words.add(word.toString());
    }
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(words);
    Map<String, String> environment = builder.environment();
    environment.remove("CI");
    environment.put("JAVA_HOME", JAVA_HOME);
    environment.put("ZT_CACHE", folder.resolve("my cache").toString());
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
