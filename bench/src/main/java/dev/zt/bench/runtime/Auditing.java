package dev.zt.bench.runtime;

import dev.zt.AuditRecord;
import dev.zt.Decision;
import dev.zt.Request;
import dev.zt.engine.Engine;
import dev.zt.engine.Overload;
import dev.zt.engine.audit.AuditLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** How many records an audit log takes, and what a check is delayed by. */
final class Auditing {
  private static final String PART = "audit";
  private static final int BURST = 256;
  private static final int QUESTIONS = 1_024;

  private Auditing() {}

  static void run(boolean quick, Consumer<Figure> figures) throws Exception {
    Path folder = Files.createTempDirectory("zt-audit");
    try {
      throughput(folder.resolve("throughput"), quick ? 1_000_000 : 3_000_000, figures);
      delay(folder.resolve("delay"), quick ? 1_000 : 5_000, figures);
    } finally {
      delete(folder);
    }
  }

  /** Records that are there before, from the first to the last one that is forced. */
  private static void throughput(Path folder, int records, Consumer<Figure> figures)
      throws IOException {
    Request[] requests = requests();
    AuditRecord[] made = new AuditRecord[QUESTIONS];
    try (Engine engine = Shop.builder(Shop.UNLIMITED).build()) {
      for (int i = 0; i < QUESTIONS; i++) {
        Decision decision = engine.check(requests[i]);
        made[i] = AuditRecord.decision(requests[i], decision, Instant.now(), Map.of());
      }
    }
    double best = 0;
    for (int round = 0; round < 3; round++) {
      AuditLog log = AuditLog.in(folder.resolve("round" + round)).application("bench").open();
      long start = System.nanoTime();
      for (int i = 0; i < records; i++) {
        if (!log.append(made[i & (QUESTIONS - 1)], Duration.ofMinutes(1))) {
          throw new IllegalStateException("a record was not taken");
        }
      }
      log.close();
      best = Math.max(best, records / ((System.nanoTime() - start) / 1e9));
    }
    figures.accept(
        new Figure(
            PART,
            "records written, buffered, of three rounds the best",
            best,
            "a second",
            "100,000"));
  }

  /** Checks one by one, in bursts with and without a log by turns, at a pace that a log keeps. */
  private static void delay(Path folder, int bursts, Consumer<Figure> figures) throws Exception {
    Request[] requests = requests();
    Sample without = new Sample();
    Sample with = new Sample();
    try (AuditLog log = AuditLog.in(folder).application("bench").open();
        Engine plain = Shop.builder(Shop.UNLIMITED).build();
        Engine recording =
            Shop.builder(Shop.UNLIMITED)
                .audit(dev.zt.engine.Auditing.to(log, Overload.deny()))
                .build()) {
      for (int burst = 0; burst < 2 * bursts; burst++) {
        boolean counts = burst >= bursts;
        // Whoever comes first after a rest finds the caches cold.
        if (burst % 2 == 0) {
          burst(plain, requests, burst, counts ? without : new Sample());
        }
        burst(recording, requests, burst, counts ? with : new Sample());
        if (burst % 2 == 1) {
          burst(plain, requests, burst, counts ? without : new Sample());
        }
        TimeUnit.MILLISECONDS.sleep(5);
      }
    }
    figures.accept(new Figure(PART, "a check without a log, median", without.median(), "ns", ""));
    figures.accept(new Figure(PART, "a check with a log, median", with.median(), "ns", ""));
    figures.accept(
        new Figure(
            PART,
            "what a log delays a check by, median",
            with.median() - without.median(),
            "ns",
            "1,000"));
    figures.accept(
        new Figure(
            PART, "a check without a log, 99th percentile", without.quantile(0.99), "ns", ""));
    figures.accept(
        new Figure(PART, "a check with a log, 99th percentile", with.quantile(0.99), "ns", ""));
  }

  private static void burst(Engine engine, Request[] requests, int number, Sample sample) {
    for (int i = 0; i < BURST; i++) {
      Request request = requests[(number * BURST + i) & (QUESTIONS - 1)];
      long start = System.nanoTime();
      Decision decision = engine.check(request);
      sample.add(System.nanoTime() - start);
      if (!decision.permitted()) {
        throw new IllegalStateException("not recorded: " + decision);
      }
    }
  }

  private static Request[] requests() {
    Request[] requests = new Request[QUESTIONS];
    for (int i = 0; i < QUESTIONS; i++) {
      requests[i] = Shop.purchase(i);
    }
    return requests;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
      for (Path each : all) {
        Files.delete(each);
      }
    }
  }
}
