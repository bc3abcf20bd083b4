package dev.zt.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed while they record lose nothing that was acknowledged, and leave a log
 * that goes on. {@code -Dzt.kills=500} for many.
 */
class KilledLogTest {
  private static final int KILLS = Integer.getInteger("zt.kills", 4);
  private static final int MOST_RECORDS_OF_ONE = 1_000_000;

  private static final int KILLS_OF_ONE_LOG = 10;
  private static final int MOST_LINES = 60;

  @TempDir private Path parent;

  private Path folder;

  @Test
  void whatWasAcknowledgedIsThereAfterAKill() throws Exception {
    Set<String> acknowledged = new HashSet<>();
    int records = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      if (kill % KILLS_OF_ONE_LOG == 0) {
        folder = Files.createDirectory(parent.resolve("log" + kill));
        acknowledged.clear();
      }
      Set<String> more = runAndKill(kill, Durability.SYNCED);
      acknowledged.addAll(more);
      records += more.size();
      assertThat(lost(acknowledged)).as("lost by kill %d", kill).isEmpty();
    }
    System.out.printf("%d kills, %d acknowledged records, none lost%n", KILLS, records);
  }

  @Test
  void aLogThatAcknowledgesBeforeItWritesIsCaught() throws Exception {
    folder = parent;
    Set<String> acknowledged = new HashSet<>();
    int kill = 0;
    do {
      acknowledged.addAll(runAndKill(kill++, Durability.BUFFERED));
    } while (lost(acknowledged).isEmpty() && kill < 10);

    assertThat(lost(acknowledged)).isNotEmpty();
  }

  private Set<String> runAndKill(int seed, Durability durability) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                Recording.class.getName(),
                folder.toString(),
                durability.name(),
                Integer.toString(seed * MOST_RECORDS_OF_ONE))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Set<String> acknowledged = new HashSet<>();
    try (BufferedReader output = process.inputReader()) {
      int until = 1 + new Random(seed).nextInt(MOST_LINES);
      int lines = 0;
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.endsWith(" kept")) {
          acknowledged.add(line.substring(0, line.indexOf(' ')));
        }
        if (++lines == until) {
          process.destroyForcibly();
        }
      }
    } catch (IOException closed) {
      assertThat(closed).hasMessageContaining("closed");
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(acknowledged).isNotEmpty();
    return acknowledged;
  }

  /** Opens the log once, as whoever restarts does, and looks for what was acknowledged. */
  private Set<String> lost(Set<String> acknowledged) throws IOException {
    AuditLog.in(folder).open().close();
    assertThat(AuditLog.verify(folder).firstBroken()).isNull();
    Set<String> lost = new HashSet<>(acknowledged);
    ObjectMapper json = new ObjectMapper();
    for (Path file : files()) {
      for (String line : Files.readAllLines(file)) {
        JsonNode id = json.readTree(line).at("/actor/user/uid");
        lost.remove(id.asText());
      }
    }
    return lost;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).toList();
    }
  }

  /** Where this test has its classes from, whether it runs in a module or not. */
  private static String classPath() {
    return Stream.of(
            System.getProperty("java.class.path"),
            System.getProperty("jdk.module.path"),
            Path.of("target", "classes").toAbsolutePath().toString(),
            Path.of("target", "test-classes").toAbsolutePath().toString())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
