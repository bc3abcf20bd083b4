package dev.zt.engine.elevation;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A file to which entries are appended, each forced to the disk before the next.
 *
 * <p>It begins with {@code ztgrant1}. An entry is a marker, the length of its content, a CRC-32C of
 * length and content, and the content. What a crash left of the last entry is cut when the file is
 * opened; an entry that is damaged with whole ones behind it was no crash, and the file is refused.
 *
 * <p>For one thread at a time. An interrupted thread appends like any other.
 */
final class JournalFile implements AutoCloseable {
  static final byte[] HEADER = "ztgrant1".getBytes(StandardCharsets.US_ASCII);

  private static final int MARKER = 0x5a54_4752;
  private static final int PREFIX = 3 * Integer.BYTES;

  private final RandomAccessFile file;
  private long end;
  private boolean broken;

  private JournalFile(RandomAccessFile file, long end) {
    this.file = file;
    this.end = end;
  }

  /** A file as it was found. */
  record Opened(JournalFile file, List<byte[]> entries, long cut) {}

  /**
   * Opens a file, or makes one.
   *
   * @throws IOException also when it is no journal or is damaged
   */
  static Opened open(Path path) throws IOException {
    byte[] content = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
    boolean begun = content.length >= HEADER.length;
    if (!Arrays.equals(
        Arrays.copyOf(content, Math.min(content.length, HEADER.length)),
        Arrays.copyOf(HEADER, Math.min(content.length, HEADER.length)))) {
      throw new IOException(path + " is no journal of grants");
    }
    List<byte[]> entries = new ArrayList<>();
    int end = begun ? read(path, content, entries) : HEADER.length;
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      if (!begun) {
        file.write(HEADER);
      }
      file.setLength(end);
      file.getFD().sync();
      return new Opened(new JournalFile(file, end), entries, begun ? content.length - end : 0);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** Reads the entries and answers where the last whole one ends. */
  private static int read(Path path, byte[] content, List<byte[]> entries) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    int at = HEADER.length;
    for (int length = length(bytes, at); length >= 0; length = length(bytes, at)) {
      int from = at + PREFIX;
      at = from + length;
      entries.add(Arrays.copyOfRange(content, from, at));
    }
    for (int later = at + 1; later <= content.length - PREFIX; later++) {
      if (length(bytes, later) >= 0) {
        throw new IOException(path + " is damaged at byte " + at);
      }
    }
    return at;
  }

  /** The length of the content of the whole entry there, or -1 when there is none. */
  private static int length(ByteBuffer bytes, int at) {
    if (at > bytes.limit() - PREFIX || bytes.getInt(at) != MARKER) {
      return -1;
    }
    int length = bytes.getInt(at + Integer.BYTES);
    if (length < 0 || length > bytes.limit() - PREFIX - at) {
      return -1;
    }
    byte[] content = new byte[length];
    bytes.get(at + PREFIX, content);
    return bytes.getInt(at + 2 * Integer.BYTES) == checksum(content) ? length : -1;
  }

  private static int checksum(byte[] content) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, content.length));
    crc.update(content);
    return (int) crc.getValue();
  }

  /** The bytes that it takes. */
  long size() {
    return end;
  }

  /**
   * Appends an entry and forces it to the disk. When it throws, the entry does not count: it is cut
   * off again. If not even that can be done, nothing more can be appended.
   */
  void append(byte[] content) throws IOException {
    if (broken) {
      throw new IOException("an earlier write failed, the journal must be opened anew");
    }
    byte[] entry =
        ByteBuffer.allocate(PREFIX + content.length)
            .putInt(MARKER)
            .putInt(content.length)
            .putInt(checksum(content))
            .put(content)
            .array();
    broken = true;
    try {
      file.seek(end);
      file.write(entry);
    } catch (IOException e) {
      file.setLength(end);
      broken = false;
      throw e;
    }
    // After a force that failed nobody knows what is on the disk.
    file.getFD().sync();
    end += entry.length;
    broken = false;
  }

  /** Lets nothing more be appended. */
  void breakOff() {
    broken = true;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
