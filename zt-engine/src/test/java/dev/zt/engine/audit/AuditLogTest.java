package dev.zt.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zt.InMemoryMetrics;
import dev.zt.Metrics.Counter;
import dev.zt.engine.audit.Verification.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;

  private AuditLog.Builder log() {
    return AuditLog.in(folder).application("payroll").clock(() -> Records.NOON);
  }

  private static void write(AuditLog.Builder builder, int from, int to) throws IOException {
    try (AuditLog log = builder.open()) {
      for (int i = from; i < to; i++) {
        assertThat(log.append(Records.permit(i), PATIENCE)).isTrue();
      }
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith("jsonl")).sorted().toList();
    }
  }

  private List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files()) {
      lines.addAll(Files.readAllLines(file));
    }
    return lines;
  }

  private List<String> subjects() throws IOException {
    List<String> subjects = new ArrayList<>();
    for (String line : lines()) {
      JsonNode id = new ObjectMapper().readTree(line).at("/actor/user/uid");
      if (id.isTextual()) {
        subjects.add(id.textValue());
      }
    }
    return subjects;
  }

  private static void change(Path file, int line, String from, String to) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    assertThat(lines.get(line - 1)).contains(from);
    lines.set(line - 1, lines.get(line - 1).replace(from, to));
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  @Test
  void everyRecordIsOneLineInOrderBetweenTheOpeningAndTheClosing() throws IOException {
    write(log(), 0, 1000);

    assertThat(subjects()).hasSize(1000).startsWith("e0", "e1").endsWith("e998", "e999");
    assertThat(lines().get(1)).contains("\"event_code\":\"log.opened\"");
    assertThat(lines().get(1002)).contains("\"event_code\":\"log.closed\"");
    Verification verification = AuditLog.verify(folder);
    assertThat(verification.isSound()).isTrue();
    assertThat(verification.records()).isEqualTo(1002);
    assertThat(verification.last()).isEqualTo(1002);
  }

  @Test
  void itGoesOnWhereItEnded() throws IOException {
    write(log(), 0, 3);
    write(log(), 3, 6);

    assertThat(subjects()).containsExactly("e0", "e1", "e2", "e3", "e4", "e5");
    assertThat(files()).hasSize(1);
    assertThat(AuditLog.verify(folder).isSound()).isTrue();
  }

  @Test
  void anotherLayoutBeginsAnotherFileOfTheSameChain() throws IOException {
    write(log(), 0, 3);
    write(log().layout(AuditLayout.CEF), 3, 6);
    write(log().layout(AuditLayout.ECS), 6, 9);

    Verification verification = AuditLog.verify(folder);
    assertThat(verification.firstBroken()).isNull();
    assertThat(verification.records()).isEqualTo(15);
  }

  @Test
  void aChangedRecordIsNamed() throws IOException {
    write(log(), 0, 10);
    change(files().get(0), 6, "\"e3\"", "\"x3\"");

    Verification verification = AuditLog.verify(folder);
    assertThat(verification.firstBroken())
        .isEqualTo(
            new Verification.Broken(5, Fault.CHANGED, files().get(0).getFileName().toString(), 6));
    assertThat(verification.records()).isEqualTo(4);
  }

  @Test
  void aRecordThatWasTakenOutIsNamed() throws IOException {
    write(log(), 0, 10);
    List<String> lines = new ArrayList<>(lines());
    lines.remove(5);
    Files.writeString(files().get(0), String.join("\n", lines) + "\n");

    assertThat(AuditLog.verify(folder).firstBroken())
        .extracting(Verification.Broken::number, Verification.Broken::fault)
        .containsExactly(5L, Fault.MISSING);
  }

  @Test
  void recordsInAnotherOrderAreNoticed() throws IOException {
    write(log(), 0, 10);
    List<String> lines = new ArrayList<>(lines());
    lines.add(5, lines.remove(6));
    Files.writeString(files().get(0), String.join("\n", lines) + "\n");

    assertThat(AuditLog.verify(folder).firstBroken()).isNotNull();
  }

  @Test
  void aWholeFileThatWasTakenOutIsNoticed() throws IOException {
    write(log().rotateAt(2_000), 0, 60);
    assertThat(files()).hasSizeGreaterThan(3);
    Files.delete(files().get(1));

    assertThat(AuditLog.verify(folder).firstBroken())
        .extracting(Verification.Broken::fault)
        .isEqualTo(Fault.UNCONNECTED);
  }

  @Test
  void theOldestFilesMayBeTakenAway() throws IOException {
    write(log().rotateAt(2_000), 0, 60);
    Files.delete(files().get(0));

    assertThat(AuditLog.verify(folder).isSound()).isTrue();
  }

  @Test
  void anEndThatWasCutOffShowsInTheLastSeal() throws IOException {
    write(log(), 0, 10);
    Verification whole = AuditLog.verify(folder);
    List<String> lines = lines();
    Files.writeString(files().get(0), String.join("\n", lines.subList(0, 5)) + "\n");

    Verification cut = AuditLog.verify(folder);
    assertThat(cut.isSound()).isTrue();
    assertThat(cut.last()).isLessThan(whole.last());
    assertThat(cut.seal()).isNotEqualTo(whole.seal());
  }

  @Test
  void eachDayHasItsFile() throws IOException {
    try (AuditLog log = log().open()) {
      for (int day = 0; day < 3; day++) {
        log.append(Records.permit(day, Records.NOON.plus(Duration.ofDays(day))), PATIENCE);
      }
    }

    assertThat(files())
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "audit-000000000000-2026-11-26.jsonl",
            "audit-000000000002-2026-11-27.jsonl",
            "audit-000000000003-2026-11-28.jsonl");
    assertThat(AuditLog.verify(folder).isSound()).isTrue();
  }

  @Test
  void aTornEndIsCutAndTheLogSaysSo() throws IOException {
    write(log(), 0, 3);
    Path file = files().get(0);
    byte[] content = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(content, content.length - 40));
    assertThat(AuditLog.verify(folder).firstBroken())
        .extracting(Verification.Broken::number, Verification.Broken::fault)
        .containsExactly(5L, Fault.TORN);

    write(log(), 3, 4);

    assertThat(AuditLog.verify(folder).isSound()).isTrue();
    assertThat(lines().get(5)).contains("log.opened", "not written to their end were cut off");
    assertThat(subjects()).containsExactly("e0", "e1", "e2", "e3");
  }

  @Test
  void whatWasChangedIsNeverCutAndTheLogSaysSo() throws IOException {
    write(log(), 0, 3);
    change(files().get(0), 4, "\"e1\"", "\"x1\"");

    write(log(), 3, 4);

    assertThat(files()).hasSize(2);
    assertThat(lines().get(7)).contains("the log is broken: record 3 CHANGED");
    assertThat(subjects()).containsExactly("e0", "x1", "e2", "e3");
    assertThat(AuditLog.verify(files().get(1)).isSound()).isTrue();
    assertThat(AuditLog.verify(folder).firstBroken())
        .extracting(Verification.Broken::number)
        .isEqualTo(3L);
  }

  @Test
  void aFileThatIsTakenAwayIsBegunAgain() throws IOException {
    try (AuditLog log = log().durability(Durability.SYNCED).open()) {
      log.append(Records.permit(0), PATIENCE);
    }
    assertThat(files()).hasSize(1);
    Files.delete(files().get(0));
    write(log(), 1, 2);

    assertThat(AuditLog.verify(folder).isSound()).isTrue();
    assertThat(subjects()).containsExactly("e1");
  }

  @Test
  void twoLogsDoNotWriteToOneFolder() throws IOException {
    AuditLog first = log().open();
    assertThatThrownBy(() -> log().open())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another log");
    first.close();
    log().open().close();
  }

  @Test
  void aClosedLogTakesNothingAndCountsIt() throws IOException {
    InMemoryMetrics metrics = new InMemoryMetrics();
    AuditLog log = log().metrics(metrics).open();
    log.close();
    log.close();

    assertThat(log.append(Records.permit(0), Duration.ZERO)).isFalse();
    assertThat(metrics.count(Counter.LOST_RECORDS, "closed")).isEqualTo(1);
  }

  @Test
  void aRecordThatWasSyncedIsInTheFileWhenTheCallReturns() throws IOException {
    try (AuditLog log = log().durability(Durability.SYNCED).open()) {
      for (int i = 0; i < 20; i++) {
        assertThat(log.append(Records.permit(i), Duration.ZERO)).isTrue();
        assertThat(subjects()).endsWith("e" + i);
      }
    }
  }

  @Test
  void manyThreadsAreWrittenEachInItsOrder() throws Exception {
    try (AuditLog log = log().capacity(64).open()) {
      List<Thread> threads = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        int first = t * 10_000;
        Thread thread =
            new Thread(
                () -> {
                  for (int i = first; i < first + 2_500; i++) {
                    log.append(Records.permit(i), PATIENCE);
                  }
                });
        thread.start();
        threads.add(thread);
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }

    assertThat(AuditLog.verify(folder).records()).isEqualTo(10_002);
    List<String> subjects = subjects();
    for (int t = 0; t < 4; t++) {
      int thread = t;
      assertThat(subjects)
          .filteredOn(id -> Integer.parseInt(id.substring(1)) / 10_000 == thread)
          .hasSize(2_500)
          .isSortedAccordingTo(
              (a, b) ->
                  Integer.compare(
                      Integer.parseInt(a.substring(1)), Integer.parseInt(b.substring(1))));
    }
  }
}
