package dev.zt.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.AuditRecord;
import dev.zt.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The power goes at any write or force: what was not forced is gone, torn at a sector of 512 bytes.
 */
class PowerLossProperties {
  private static final int THREADS = 3;

  @Property(tries = 120, edgeCases = EdgeCasesMode.NONE)
  void noAcknowledgedRecordIsLost(@ForAll long seed) throws Exception {
    assertThat(lostBy(seed, Durability.SYNCED, ModelDisk.Fault.NONE)).isEmpty();
  }

  @Example
  void aDiskThatLiesAboutForcingIsCaught() throws Exception {
    long seed = 0;
    while (!isCaught(seed) && seed < 50) {
      seed++;
    }
    assertThat(seed).isLessThan(50);
  }

  private static boolean isCaught(long seed) throws Exception {
    try {
      return !lostBy(seed, Durability.SYNCED, ModelDisk.Fault.FORCE_LIES).isEmpty();
    } catch (AssertionError brokenChain) {
      return true;
    }
  }

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void aBufferedLogGoesOnInOrder(@ForAll long seed) throws Exception {
    lostBy(seed, Durability.BUFFERED, ModelDisk.Fault.NONE);
  }

  /** Runs a log until the power goes and once more; what was acknowledged before and is gone. */
  private static Set<String> lostBy(long seed, Durability durability, ModelDisk.Fault fault)
      throws Exception {
    Random random = new Random(seed);
    ModelDisk disk = new ModelDisk();
    disk.fault(fault);
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    Set<String> before = new HashSet<>();
    disk.cutAt(3 + random.nextInt(60), random, () -> before.addAll(acknowledged));
    record(disk, durability, acknowledged);

    ModelDisk after = disk.afterTheCut();
    assertThat(after).isNotNull();
    AuditLog again = AuditLog.open(after, settings(durability));
    assertThat(again.append(Records.permit(-1), Duration.ofSeconds(5))).isTrue();
    again.close();

    before.removeAll(subjects(after));
    return before;
  }

  private static void record(ModelDisk disk, Durability durability, Set<String> acknowledged)
      throws Exception {
    AuditLog log = AuditLog.open(disk, settings(durability));
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      int from = t;
      Thread thread =
          new Thread(
              () -> {
                for (int i = from; disk.afterTheCut() == null; i += THREADS) {
                  AuditRecord record = Records.permit(i);
                  if (log.append(record, Duration.ZERO)) {
                    acknowledged.add("e" + i);
                  }
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    log.close();
  }

  private static LogSettings settings(Durability durability) {
    return new LogSettings(
        AuditLayout.OCSF,
        durability,
        "test",
        64,
        20_000,
        Duration.ofMillis(50),
        Metrics.NONE,
        () -> Records.NOON);
  }

  private static Set<String> subjects(ModelDisk disk) throws IOException {
    Path folder = Files.createTempDirectory("power");
    Set<String> subjects = new HashSet<>();
    try {
      disk.copyTo(folder);
      assertThat(AuditLog.verify(folder).firstBroken()).isNull();
      for (String name : disk.names()) {
        for (String line : Files.readAllLines(folder.resolve(name))) {
          ReadBack.subject(line).ifPresent(subjects::add);
        }
      }
    } finally {
      for (String name : disk.names()) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.delete(folder);
    }
    return subjects;
  }
}
