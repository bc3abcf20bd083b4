package dev.zt.engine.elevation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Grant;
import dev.zt.Grant.State;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed while they grant and revoke lose nothing that was acknowledged. {@code
 * -Dzt.kills=500} for many.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("zt.kills", 4);

  @TempDir private Path folder;

  /** What was last said of a grant. */
  private record Said(State state, int approvals) {
    static Said of(Grant grant) {
      return new Said(grant.state(), grant.approvals().size());
    }

    boolean isFinal() {
      return state != State.PENDING && state != State.APPROVED;
    }

    /** Whether a grant that was so may be the other a step of its life later. */
    boolean mayBecome(Said later) {
      return isFinal()
          ? equals(later)
          : later.approvals >= approvals
              && (state == State.PENDING || later.state != State.PENDING);
    }
  }

  @Test
  void whatWasAcknowledgedIsThereAfterAKill() throws Exception {
    Map<String, Said> told = new HashMap<>();
    int lines = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      lines += runAndKill(kill, false, told);
      assertThat(lost(told)).as("lost by kill %d", kill).isEmpty();
      keepTheLast(told);
    }
    assertThat(lines).isGreaterThan(KILLS);
    System.out.printf("%d kills, %d acknowledged steps, none lost%n", KILLS, lines);
  }

  @Test
  void aJournalThatWritesBehindIsCaught() throws Exception {
    Map<String, Said> told = new HashMap<>();
    int kill = 0;
    do {
      runAndKill(kill++, true, told);
    } while (lost(told).isEmpty() && kill < 10);
    assertThat(lost(told)).isNotEmpty();
  }

  private int runAndKill(int seed, boolean fault, Map<String, Said> told) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                Killed.class.getName(),
                folder.resolve("grants").toString(),
                Integer.toString(seed),
                Boolean.toString(fault))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader output = process.inputReader()) {
      int until = 1 + new Random(seed).nextInt(200);
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
        if (lines.size() == until) {
          process.destroyForcibly();
        }
      }
    } catch (IOException closed) {
      assertThat(closed).hasMessageContaining("closed");
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      if (words.length == 3 && !words[2].isEmpty()) {
        told.put(words[0], new Said(State.valueOf(words[1]), Integer.parseInt(words[2])));
      }
    }
    return lines.size();
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

  private List<String> lost(Map<String, Said> told) {
    List<String> lost = new ArrayList<>();
    Map<String, Said> kept = kept();
    told.forEach(
        (id, said) -> {
          Said now = kept.get(id);
          if (now == null || !said.mayBecome(now)) {
            lost.add(id + " was " + said + " and is " + now);
          }
        });
    return lost;
  }

  private Map<String, Said> kept() {
    Map<String, Said> kept = new HashMap<>();
    try (GrantJournal journal =
        GrantJournal.open(folder.resolve("grants"), 1 << 20, warning -> {})) {
      journal.load().grants().forEach(grant -> kept.put(grant.id(), Said.of(grant)));
    }
    return kept;
  }

  /** The journal forgets the oldest that have ended, so only what is open is asked for again. */
  private void keepTheLast(Map<String, Said> told) {
    told.values().removeIf(Said::isFinal);
  }
}
