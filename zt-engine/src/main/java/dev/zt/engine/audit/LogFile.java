package dev.zt.engine.audit;

import dev.zt.engine.audit.Disk.Out;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The file that a log is written to, and everything since the last force in memory: whatever fails,
 * it is written again from there. For one thread.
 */
final class LogFile {
  private final Disk disk;
  private final AuditLayout layout;
  private final Function<Head, byte[]> firstLine;
  private String name;
  private @Nullable Out out;
  private Head forcedHead;
  private long forcedLength;
  private final Lines unforced = new Lines();
  private int written;

  private LogFile(
      Disk disk,
      AuditLayout layout,
      Function<Head, byte[]> firstLine,
      String name,
      Head head,
      long length) {
    this.disk = disk;
    this.layout = layout;
    this.firstLine = firstLine;
    this.name = name;
    this.forcedHead = head;
    this.forcedLength = length;
  }

  /** A new file. */
  static LogFile begin(
      Disk disk, AuditLayout layout, Function<Head, byte[]> firstLine, Head head, LocalDate day) {
    String name = LogName.of(head.number(), day, layout).name();
    LogFile file = new LogFile(disk, layout, firstLine, name, head, 0);
    file.unforced.writeBytes(firstLine.apply(head));
    return file;
  }

  /** A file that is there, up to a length. */
  static LogFile resume(
      Disk disk,
      AuditLayout layout,
      Function<Head, byte[]> firstLine,
      Head head,
      String name,
      long length) {
    return new LogFile(disk, layout, firstLine, name, head, length);
  }

  /** How long the file is once everything is written. */
  long length() {
    return forcedLength + unforced.size();
  }

  /** How many bytes are not forced. */
  int unforced() {
    return unforced.size();
  }

  void add(byte[] line) {
    unforced.writeBytes(line);
  }

  /** Writes what was added. */
  void write() throws IOException {
    Out open = out == null ? reopen() : out;
    int end = unforced.size();
    if (end > written) {
      open.write(unforced.from(written));
      written = end;
    }
  }

  /**
   * Forces what was written.
   *
   * @param head how far the chain has come with it
   */
  void force(Head head) throws IOException {
    Out open = out == null ? reopen() : out;
    open.force();
    forcedLength += unforced.size();
    forcedHead = head;
    unforced.reset();
    written = 0;
  }

  /**
   * Goes on in a new file; everything must be forced.
   *
   * @param day the day that the new file is named after
   */
  void rotate(LocalDate day) {
    close();
    name = LogName.of(forcedHead.number(), day, layout).name();
    forcedLength = 0;
    unforced.writeBytes(firstLine.apply(forcedHead));
  }

  /**
   * Lets go of the file; the next write opens it again, and writes what is not forced once more.
   */
  void close() {
    Out open = out;
    out = null;
    written = 0;
    if (open != null) {
      try {
        open.close();
      } catch (IOException gone) {
        return;
      }
    }
  }

  private Out reopen() throws IOException {
    Out open = disk.open(name);
    try {
      if (open.size() < forcedLength) {
        restart();
      }
      open.truncate(forcedLength);
    } catch (IOException e) {
      open.close();
      throw e;
    }
    out = open;
    written = 0;
    return open;
  }

  private static final class Lines extends ByteArrayOutputStream {
    ByteBuffer from(int at) {
      return ByteBuffer.wrap(buf, at, count - at);
    }
  }

  /** Somebody took the file away: what follows gets a first line of its own. */
  private void restart() {
    byte[] lines = unforced.toByteArray();
    forcedLength = 0;
    unforced.reset();
    unforced.writeBytes(firstLine.apply(forcedHead));
    unforced.writeBytes(lines);
  }
}
