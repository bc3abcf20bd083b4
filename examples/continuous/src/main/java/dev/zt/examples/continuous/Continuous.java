package dev.zt.examples.continuous;

import dev.zt.InMemoryMetrics;
import dev.zt.Metrics;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Auditing;
import dev.zt.engine.Engine;
import dev.zt.engine.Overload;
import dev.zt.engine.Retention;
import dev.zt.engine.audit.AuditLog;
import dev.zt.engine.audit.Verification;
import dev.zt.policy.PolicySet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Plays a working day against an engine that keeps signals, behavior, sessions, elevations and an
 * audit log, and prints what happened.
 */
public final class Continuous {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private Continuous() {}

  /** Takes nothing. The audit log is kept in a folder of its own, which is removed at the end. */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path log = Files.createTempDirectory("zt-audit");
    try {
      run(Path.of(System.getProperty("continuous.home", "")), log, out);
    } finally {
      remove(log);
    }
  }

  static void run(Path home, Path folder, PrintStream out)
      throws IOException, InterruptedException {
    PolicySet policies = PolicyCompiler.compile(home.resolve("policies")).orThrow();
    VirtualClock clock = new VirtualClock(NINE);
    InMemoryMetrics metrics = new InMemoryMetrics();
    Timeline timeline = new Timeline(out, clock);

    try (AuditLog log =
            AuditLog.in(folder).application("vault").clock(clock).metrics(metrics).open();
        Engine engine =
            Engine.builder(policies)
                .clock(clock)
                .enforces("read_only", "watermark")
                .retention(Retention.STANDARD.startEmpty())
                .metrics(metrics)
                .audit(
                    Auditing.to(log, Overload.deny().afterWaiting(Duration.ofSeconds(1)))
                        .with("location.speed", "device.edr"))
                .build()) {
      new WorkingDay(engine, clock, timeline).run();
    }

    timeline.event("the day is over");
    Verification verified = AuditLog.verify(folder);
    timeline.detail(
        "audit log: "
            + verified.records()
            + " records, "
            + (verified.isSound() ? "each of them as it was written" : verified.firstBroken()));
    timeline.detail("decisions: " + metrics.counts(Metrics.Counter.DECISIONS));
  }

  private static void remove(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
