package dev.zt.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zt.AuditRecord;
import dev.zt.InMemoryMetrics;
import dev.zt.Metrics.Counter;
import dev.zt.Metrics.Level;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk that is full or broken loses no record that was acknowledged, and is never silent. */
class FailingDiskTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;

  private final ModelDisk disk = new ModelDisk();
  private final InMemoryMetrics metrics = new InMemoryMetrics();

  private LogSettings settings(Durability durability, int capacity, Duration acknowledge) {
    return new LogSettings(
        AuditLayout.OCSF,
        durability,
        "test",
        capacity,
        1 << 20,
        acknowledge,
        metrics,
        () -> Records.NOON);
  }

  private AuditLog open(Durability durability) throws IOException {
    return AuditLog.open(disk, settings(durability, 1024, PATIENCE));
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (String name : disk.names()) {
      lines.addAll(List.of(new String(disk.read(name), StandardCharsets.UTF_8).split("\n")));
    }
    return lines;
  }

  private List<String> subjects() {
    return lines().stream().flatMap(line -> ReadBack.subject(line).stream()).toList();
  }

  private void assertSound() throws IOException {
    disk.copyTo(folder);
    assertThat(AuditLog.verify(folder).firstBroken()).isNull();
  }

  /** Waits until the log has noticed what the disk does. */
  private void awaitFailures(long atLeast) throws InterruptedException {
    for (int i = 0; metrics.total(Counter.AUDIT_FAILURES) < atLeast; i++) {
      assertThat(i).isLessThan(2_000);
      Thread.sleep(5);
    }
  }

  @Test
  void aBatchWaitsForOneForce() throws Exception {
    try (AuditLog log = open(Durability.SYNCED)) {
      int before = disk.forces();
      List<AuditRecord> batch = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        batch.add(Records.permit(i));
      }
      assertThat(log.appendAll(batch, Duration.ZERO)).hasSize(200).containsOnly(true);
      assertThat(disk.forces() - before).isLessThan(10);
    }
    assertThat(subjects()).contains("e0", "e199");
    assertSound();
  }

  @Test
  void ofABatchThatIsTooLargeForTheQueueEveryRecordIsKept() throws Exception {
    try (AuditLog log = AuditLog.open(disk, settings(Durability.SYNCED, 8, PATIENCE))) {
      List<AuditRecord> batch = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        batch.add(Records.permit(i));
      }
      assertThat(log.appendAll(batch, Duration.ZERO)).hasSize(100).containsOnly(true);
    }
    assertSound();
  }

  @ParameterizedTest
  @EnumSource(names = {"FULL", "FORCE_FAILS"})
  void whatIsAcknowledgedIsThereOnceTheDiskWorksAgain(ModelDisk.Fault fault) throws Exception {
    List<String> acknowledged = new ArrayList<>();
    AuditLog log = open(Durability.SYNCED);
    for (int i = 0; i < 60; i++) {
      if (i % 20 == 10) {
        disk.fault(fault);
        Thread repair = new Thread(() -> repairAfterSomeFailures());
        repair.start();
      }
      if (log.append(Records.permit(i), PATIENCE)) {
        acknowledged.add("e" + i);
      }
    }
    log.close();

    assertThat(acknowledged).hasSize(60);
    assertThat(subjects()).isEqualTo(acknowledged);
    assertThat(lines().toString()).contains("log.mended");
    assertThat(metrics.total(Counter.AUDIT_FAILURES)).isGreaterThan(3);
    assertSound();
  }

  private void repairAfterSomeFailures() {
    try {
      awaitFailures(metrics.total(Counter.AUDIT_FAILURES) + 2);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    disk.fault(ModelDisk.Fault.NONE);
  }

  @Test
  void aBufferedLogTakesNothingWhileTheDiskRefusesAndKeepsWhatItTook() throws Exception {
    AuditLog log = open(Durability.BUFFERED);
    assertThat(log.append(Records.permit(0), Duration.ZERO)).isTrue();
    disk.fault(ModelDisk.Fault.FULL);
    assertThat(log.append(Records.permit(1), Duration.ZERO)).isTrue();
    awaitFailures(1);

    assertThat(log.append(Records.permit(2), Duration.ZERO)).isFalse();
    assertThat(log.append(Records.permit(3), Duration.ofMillis(30))).isFalse();
    assertThat(metrics.count(Counter.LOST_RECORDS, "disk failure")).isEqualTo(2);

    disk.fault(ModelDisk.Fault.NONE);
    assertThat(log.append(Records.permit(4), PATIENCE)).isTrue();
    log.close();
    assertThat(subjects()).containsExactly("e0", "e1", "e4");
    assertThat(lines().toString()).contains("log.mended").contains("2 records could not be taken");
    assertSound();
  }

  @Test
  void aFullQueueTakesNothingUntilThereIsRoomAndTheLogSaysSo() throws Exception {
    AuditLog log = AuditLog.open(disk, settings(Durability.BUFFERED, 4, PATIENCE));
    int taken = 0;
    synchronized (disk) {
      while (log.append(Records.permit(taken), Duration.ofMillis(50))) {
        taken++;
      }
      assertThat(log.append(Records.permit(-1), Duration.ZERO)).isFalse();
    }
    assertThat(metrics.count(Counter.LOST_RECORDS, "queue full")).isEqualTo(2);
    assertThat(log.append(Records.permit(taken), PATIENCE)).isTrue();
    log.close();

    assertThat(subjects()).hasSize(taken + 1);
    assertThat(lines().toString()).contains("2 records could not be taken");
    assertThat(metrics.level(Level.QUEUE_DEPTH, "audit")).isZero();
    assertSound();
  }

  @Test
  void aLogThatIsClosedWhileTheDiskFailsGivesUpAndCounts() throws Exception {
    AuditLog log = AuditLog.open(disk, settings(Durability.SYNCED, 1024, Duration.ofMillis(200)));
    disk.fault(ModelDisk.Fault.FULL);

    assertThat(log.append(Records.permit(0), Duration.ZERO)).isFalse();
    log.close();

    assertThat(metrics.count(Counter.LOST_RECORDS, "not acknowledged in time")).isEqualTo(1);
    assertThat(metrics.count(Counter.LOST_RECORDS, "closed while the disk failed")).isEqualTo(1);
    disk.fault(ModelDisk.Fault.NONE);
    open(Durability.SYNCED).close();
    assertSound();
  }

  @Test
  void recordsThatWaitTogetherAreForcedTogether() throws Exception {
    disk.forceWithin(100);
    AuditLog log = open(Durability.SYNCED);
    int before = disk.forces();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 40; t++) {
      int number = t;
      Thread thread =
          new Thread(() -> assertThat(log.append(Records.permit(number), PATIENCE)).isTrue());
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    int forces = disk.forces() - before;
    log.close();

    assertThat(subjects()).hasSize(40);
    assertThat(forces).isLessThan(20);
  }

  @Test
  void aLogThatCannotBeginSaysSo() {
    disk.fault(ModelDisk.Fault.FULL);

    assertThatThrownBy(() -> open(Durability.SYNCED)).isInstanceOf(IOException.class);
  }
}
