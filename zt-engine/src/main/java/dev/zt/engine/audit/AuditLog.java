package dev.zt.engine.audit;

import dev.zt.AuditRecord;
import dev.zt.AuditSink;
import dev.zt.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An audit log in a folder: one line for each record, in files that begin anew by size and by day
 * (UTC), sealed in a chain of hashes. One thread of its own writes, many records at a time.
 *
 * <p>Thread-safe. Close it after the engines that write to it.
 */
public final class AuditLog implements AuditSink {
  private static final long BETWEEN_LOOKS = Duration.ofNanos(50_000).toNanos();

  private final LogSettings settings;
  private final Ring<Pending> queue;
  private final LogWriter writer;
  private final Thread thread;
  private volatile boolean closed;

  private AuditLog(Disk disk, LogSettings settings) throws IOException {
    this.settings = settings;
    this.queue = new Ring<>(settings.capacity());
    this.writer = new LogWriter(disk, settings, queue);
    this.thread = new Thread(writer, "zt-audit");
    thread.setDaemon(true);
    thread.start();
  }

  static AuditLog open(Disk disk, LogSettings settings) throws IOException {
    try {
      return new AuditLog(disk, settings);
    } catch (IOException | RuntimeException failure) {
      disk.close();
      throw failure;
    }
  }

  /** A log in a folder, ready to be told more; the folder is made if it is not there. */
  public static Builder in(Path folder) {
    return new Builder(folder);
  }

  /**
   * Follows the chain through a log and says which record is the first that is not what was
   * written. A log that is being written may end in a record that is TORN.
   *
   * @param path the folder of a log, or one file of it
   * @throws IOException when a file cannot be read
   */
  public static Verification verify(Path path) throws IOException {
    return Verifier.verify(path);
  }

  @Override
  public boolean append(AuditRecord record, Duration patience) {
    long nanos = nanos(patience);
    Pending pending = taken(record, nanos);
    if (settings.isSynced()) {
      LockSupport.unpark(thread);
    }
    return isKept(pending, deadline(nanos));
  }

  /** Waits for all of them together where each must be forced. */
  @Override
  public List<Boolean> appendAll(List<AuditRecord> records, Duration patience) {
    long nanos = nanos(patience);
    List<Boolean> kept = new ArrayList<>();
    int most = Math.max(1, settings.capacity() / 2);
    for (int from = 0; from < records.size(); from += most) {
      List<@Nullable Pending> some = new ArrayList<>();
      for (AuditRecord each : records.subList(from, Math.min(records.size(), from + most))) {
        some.add(taken(each, nanos));
      }
      LockSupport.unpark(thread);
      long deadline = deadline(nanos);
      some.forEach(each -> kept.add(isKept(each, deadline)));
    }
    return kept;
  }

  /** A record that the queue has taken, or null. */
  private @Nullable Pending taken(AuditRecord record, long patience) {
    Pending pending = new Pending(Objects.requireNonNull(record, "record"));
    if (isTaken(pending, patience)) {
      return pending;
    }
    writer.lose(closed ? "closed" : writer.isFailing() ? "disk failure" : "queue full");
    return null;
  }

  private long deadline(long patience) {
    return settings.isSynced()
        ? System.nanoTime() + Math.max(patience, nanos(settings.acknowledgeWithin()))
        : 0;
  }

  private boolean isKept(@Nullable Pending pending, long deadline) {
    if (pending == null) {
      return false;
    }
    boolean kept = settings.isSynced() ? pending.await(deadline) : !writer.isFinished();
    if (!kept) {
      writer.unacknowledged();
    }
    return kept;
  }

  private boolean isTaken(Pending pending, long patience) {
    long start = System.nanoTime();
    while (!closed) {
      if (!writer.isFailing() && queue.offer(pending)) {
        return true;
      }
      if (System.nanoTime() - start >= patience || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(this, BETWEEN_LOOKS);
    }
    return false;
  }

  /** Two centuries stand for whatever is longer. */
  private static long nanos(Duration duration) {
    try {
      return Math.min(duration.toNanos(), Long.MAX_VALUE >> 1);
    } catch (ArithmeticException longer) {
      return Long.MAX_VALUE >> 1;
    }
  }

  @Override
  public void close() {
    closed = true;
    writer.close(settings.acknowledgeWithin());
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gathers how a log is kept. Not thread-safe. */
  public static final class Builder {
    private final Path folder;
    private AuditLayout layout = AuditLayout.OCSF;
    private Durability durability = Durability.BUFFERED;
    private String application = "zt";
    private int capacity = 1 << 16;
    private long rotateAt = 64L << 20;
    private Duration acknowledgeWithin = Duration.ofSeconds(5);
    private Metrics metrics = Metrics.NONE;
    private InstantSource clock = InstantSource.system();

    private Builder(Path folder) {
      this.folder = Objects.requireNonNull(folder, "folder");
    }

    /** How a record is written; {@link AuditLayout#OCSF} if not called. */
    public Builder layout(AuditLayout as) {
      this.layout = Objects.requireNonNull(as, "as");
      return this;
    }

    /** When a record counts as kept; {@link Durability#BUFFERED} if not called. */
    public Builder durability(Durability when) {
      this.durability = Objects.requireNonNull(when, "when");
      return this;
    }

    /** The name of the application, which stands in each record. */
    public Builder application(String name) {
      this.application = Objects.requireNonNull(name, "name");
      return this;
    }

    /** How many records may wait to be written, rounded up to a power of two; 65,536 at first. */
    public Builder capacity(int records) {
      if (records < 1 || records > 1 << 24) {
        throw new IllegalArgumentException("a queue holds from 1 to 16,777,216 records");
      }
      this.capacity = records;
      return this;
    }

    /**
     * The size in bytes at which a new file begins, which the last batch of records may exceed by 1
     * MB; 64 MB at first.
     */
    public Builder rotateAt(long bytes) {
      if (bytes < 1) {
        throw new IllegalArgumentException("a file holds at least 1 byte");
      }
      this.rotateAt = bytes;
      return this;
    }

    /**
     * How long whoever records waits for a {@link Durability#SYNCED} log, and a log that is closed
     * for its disk; 5 seconds at first.
     */
    public Builder acknowledgeWithin(Duration limit) {
      this.acknowledgeWithin = Objects.requireNonNull(limit, "limit");
      return this;
    }

    /** Who counts what is lost and what fails; nobody if not called. */
    public Builder metrics(Metrics counting) {
      this.metrics = Objects.requireNonNull(counting, "counting");
      return this;
    }

    /** Where the time of what the log says of itself comes from. */
    public Builder clock(InstantSource source) {
      this.clock = Objects.requireNonNull(source, "source");
      return this;
    }

    /**
     * Opens the log. It goes on where it ended; what was not written to its end is cut off, and the
     * log says so.
     *
     * @throws IOException when the folder cannot be written, or another log writes to it
     */
    public AuditLog open() throws IOException {
      return AuditLog.open(FileDisk.open(folder), settings());
    }

    LogSettings settings() {
      return new LogSettings(
          layout, durability, application, capacity, rotateAt, acknowledgeWithin, metrics, clock);
    }
  }
}
