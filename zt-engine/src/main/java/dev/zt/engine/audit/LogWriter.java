package dev.zt.engine.audit;

import dev.zt.AuditRecord;
import dev.zt.Metrics.Counter;
import dev.zt.Metrics.Level;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Takes records from the queue, seals them and writes them, many at a time. Whatever the disk
 * refuses is tried again until the log is closed; nothing is given up silently.
 */
final class LogWriter implements Runnable {
  private static final System.Logger LOGGER = System.getLogger("dev.zt.audit");
  private static final int MOST_RECORDS = 4_096;
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_UNFORCED = 8 << 20;
  private static final long FORCE_EVERY = Duration.ofSeconds(1).toNanos();
  private static final long SHORTEST_REST = Duration.ofMillis(1).toNanos();
  private static final long LONGEST_REST = Duration.ofMillis(10).toNanos();
  private static final long BEFORE_NEXT_TRY = Duration.ofMillis(50).toNanos();
  private static final long MILLIS_A_DAY = Duration.ofDays(1).toMillis();

  private final Disk disk;
  private final LogSettings settings;
  private final LineFormat format;
  private final Ring<Pending> queue;
  private final MessageDigest digest = Seal.digest();
  private final AtomicLong untold = new AtomicLong();
  private final List<Pending> batch = new ArrayList<>();
  private final LogFile file;
  private Head head;
  private long day;
  private long lastForce = System.nanoTime();
  private long rest = SHORTEST_REST;
  private long failingSince;
  private @Nullable Pending carried;
  private volatile boolean failing;
  private volatile boolean closing;
  private volatile boolean finished;
  private volatile long giveUpAt;

  LogWriter(Disk disk, LogSettings settings, Ring<Pending> queue) throws IOException {
    this.disk = disk;
    this.settings = settings;
    this.queue = queue;
    this.format = settings.layout().format(settings.application());
    Recovery recovery = Recovery.of(disk);
    this.head = recovery.head();
    this.day = day(settings.clock().instant());
    String name = recovery.file();
    boolean resumes = name != null && name.endsWith(settings.layout().extension());
    this.file =
        resumes && name != null
            ? LogFile.resume(
                disk, settings.layout(), this::firstLine, head, name, recovery.length())
            : LogFile.begin(
                disk, settings.layout(), this::firstLine, head, LocalDate.ofEpochDay(day));
    say("opened", recovery.note());
    file.write();
    file.force(head);
  }

  // ---- for the threads that record ----

  /** Whether the disk refuses what is written at the moment. */
  boolean isFailing() {
    return failing;
  }

  /** Whether nothing that is added to the queue from now on will be written. */
  boolean isFinished() {
    return finished;
  }

  /** Counts records that could not be taken; the log says so when it can. */
  void lose(String cause) {
    untold.incrementAndGet();
    count(Counter.LOST_RECORDS, cause);
  }

  /** Counts a record of which nobody may say that it is kept. */
  void unacknowledged() {
    count(Counter.LOST_RECORDS, "not acknowledged in time");
  }

  /** Makes the writer end once the queue is empty, or when it has tried for so long. */
  void close(Duration patience) {
    giveUpAt = System.nanoTime() + patience.toNanos();
    closing = true;
  }

  // ---- the one thread that writes ----

  @Override
  public void run() {
    try {
      work();
    } catch (Throwable failure) {
      LOGGER.log(System.Logger.Level.ERROR, "the audit log has stopped", failure);
      throw failure;
    } finally {
      failing = true;
      finished = true;
    }
  }

  private void work() {
    while (true) {
      boolean last = closing;
      if (gather()) {
        commit();
      } else if (last) {
        break;
      } else {
        idle();
      }
    }
    finished = true;
    while (gather()) {
      commit();
    }
    end();
  }

  /** Takes what waits, as far as it belongs into one file; false when nothing does. */
  private boolean gather() {
    if (untold.get() > 0) {
      say("lost", untold.getAndSet(0) + " records could not be taken");
    }
    int from = file.unforced();
    while (batch.size() < MOST_RECORDS && file.unforced() - from < MOST_BYTES) {
      Pending next = carried == null ? queue.poll() : carried;
      carried = null;
      if (next == null) {
        break;
      }
      if (beginsFile(next)) {
        if (!batch.isEmpty()) {
          carried = next;
          break;
        }
        rotate(next);
      }
      take(next);
    }
    level(queue.size());
    return !batch.isEmpty() || file.unforced() > from;
  }

  private boolean beginsFile(Pending next) {
    return day(next.record().time()) > day || file.length() >= settings.rotateAt();
  }

  private void rotate(Pending next) {
    while (file.unforced() > 0) {
      if (!attempt(this::forceAll)) {
        return;
      }
    }
    day = Math.max(day, day(next.record().time()));
    file.rotate(LocalDate.ofEpochDay(day));
  }

  private void take(Pending pending) {
    try {
      add(pending.record());
    } catch (RuntimeException unwritable) {
      LOGGER.log(System.Logger.Level.ERROR, "an audit record cannot be written", unwritable);
      lose("unwritable");
      pending.lost();
      return;
    }
    batch.add(pending);
  }

  private void add(AuditRecord record) {
    byte[] line = format.line(record, head.number() + 1);
    head = new Head(head.number() + 1, seal(line, head));
    file.add(line);
  }

  private void say(String step, String message) {
    add(AuditRecord.of(AuditRecord.Kind.LOG, step, settings.clock().instant(), "", message));
  }

  /** The first line of a file says what it continues, and is not continued itself. */
  private byte[] firstLine(Head continued) {
    Instant now = settings.clock().instant();
    AuditRecord first = AuditRecord.of(AuditRecord.Kind.LOG, "file", now, "", continued.text());
    byte[] line = format.line(first, continued.number());
    seal(line, continued);
    return line;
  }

  private String seal(byte[] line, Head after) {
    Seal open = Seal.of(line);
    if (open == null) {
      throw new IllegalStateException("the line has no place for a seal");
    }
    return Seal.seal(digest, after.hash(), line, open.at());
  }

  private void commit() {
    boolean kept = attempt(this::writeAll);
    for (Pending pending : batch) {
      if (kept) {
        pending.kept();
      } else {
        pending.lost();
        lose("closed while the disk failed");
      }
    }
    batch.clear();
    rest = SHORTEST_REST;
  }

  private void writeAll() throws IOException {
    file.write();
    long now = System.nanoTime();
    boolean due = now - lastForce >= FORCE_EVERY || file.unforced() > MOST_UNFORCED;
    if (settings.isSynced() || due) {
      forceAll();
    }
  }

  private void forceAll() throws IOException {
    file.write();
    file.force(head);
    lastForce = System.nanoTime();
  }

  private interface Step {
    void run() throws IOException;
  }

  /** Tries until it succeeds; false when the log was closed and time is over. */
  private boolean attempt(Step step) {
    while (true) {
      try {
        step.run();
        mended();
        return true;
      } catch (IOException | RuntimeException failure) {
        failed(failure);
      }
      if (closing && System.nanoTime() - giveUpAt >= 0) {
        return false;
      }
      LockSupport.parkNanos(this, BEFORE_NEXT_TRY);
    }
  }

  private void failed(Exception failure) {
    file.close();
    count(Counter.AUDIT_FAILURES, failure.getClass().getSimpleName());
    if (!failing) {
      failing = true;
      failingSince = System.nanoTime();
      LOGGER.log(System.Logger.Level.ERROR, "the audit log cannot be written: " + failure);
    }
  }

  private void mended() {
    if (failing) {
      failing = false;
      long millis = Duration.ofNanos(System.nanoTime() - failingSince).toMillis();
      say("mended", "the log could not be written for " + millis + " ms");
    }
  }

  private void idle() {
    boolean due = System.nanoTime() - lastForce >= FORCE_EVERY;
    if (file.unforced() > 0 && due) {
      attempt(this::forceAll);
    }
    LockSupport.parkNanos(this, rest);
    rest = Math.min(LONGEST_REST, rest * 2);
  }

  private void end() {
    say("closed", "");
    if (!attempt(this::forceAll)) {
      LOGGER.log(System.Logger.Level.ERROR, "the audit log was closed with records not written");
    }
    file.close();
    try {
      disk.close();
    } catch (IOException e) {
      LOGGER.log(System.Logger.Level.WARNING, "the folder of the audit log stays locked", e);
    }
  }

  private static long day(Instant time) {
    return Math.floorDiv(Said.millis(time), MILLIS_A_DAY);
  }

  private void count(Counter counter, String of) {
    try {
      settings.metrics().count(counter, of, 1);
    } catch (RuntimeException hostile) {
      LOGGER.log(System.Logger.Level.DEBUG, "metrics", hostile);
    }
  }

  private void level(int depth) {
    try {
      settings.metrics().level(Level.QUEUE_DEPTH, "audit", depth);
    } catch (RuntimeException hostile) {
      LOGGER.log(System.Logger.Level.DEBUG, "metrics", hostile);
    }
  }
}
