package dev.zt.engine.behavior;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * What a store had come to when it ended.
 *
 * <p>A file holds the letters {@code ZTBH}, the version of the form, the content and its CRC-32C.
 * It is replaced as a whole, and gone once it is read: what happened after a snapshot was taken up
 * is not in it, so that it is worth nothing after a crash.
 */
public final class Snapshot {
  private static final int MAGIC = 0x5A544248;
  private static final int FORM = 2;

  private final long secret;
  private final Map<String, Saved> behaviors;

  Snapshot(long secret, Map<String, Saved> behaviors) {
    this.secret = secret;
    this.behaviors = Map.copyOf(behaviors);
  }

  long secret() {
    return secret;
  }

  /** By canonical text. */
  Map<String, Saved> behaviors() {
    return behaviors;
  }

  /**
   * Reads a file and removes it.
   *
   * @throws IOException when there is none, when it is damaged or of another form, or when it
   *     cannot be removed
   */
  public static Snapshot take(Path file) throws IOException {
    Snapshot snapshot = read(file);
    Files.delete(file);
    return snapshot;
  }

  private static Snapshot read(Path file) throws IOException {
    verify(file);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != MAGIC || in.readInt() != FORM) {
        throw new IOException(file + " is no snapshot of this form");
      }
      long secret = in.readLong();
      Map<String, Saved> behaviors = new HashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        String text = ValueCodec.text(in);
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        behaviors.put(text, new Saved(bytes));
      }
      return new Snapshot(secret, behaviors);
    }
  }

  private static void verify(Path file) throws IOException {
    long content = Files.size(file) - Long.BYTES;
    if (content < 0) {
      throw new IOException(file + " is too short");
    }
    CheckedInputStream checked =
        new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), new CRC32C());
    try (DataInputStream in = new DataInputStream(checked)) {
      in.skipNBytes(content);
      long computed = checked.getChecksum().getValue();
      if (in.readLong() != computed) {
        throw new IOException(file + " is damaged");
      }
    }
  }

  /** Writes a file, as a whole or not at all. */
  public void write(Path file) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try (FileOutputStream bytes = new FileOutputStream(beside.toFile())) {
      CheckedOutputStream checked =
          new CheckedOutputStream(new BufferedOutputStream(bytes, 1 << 16), new CRC32C());
      DataOutputStream out = new DataOutputStream(checked);
      out.writeInt(MAGIC);
      out.writeInt(FORM);
      out.writeLong(secret);
      out.writeInt(behaviors.size());
      for (Map.Entry<String, Saved> each : behaviors.entrySet()) {
        ValueCodec.text(out, each.getKey());
        out.writeInt(each.getValue().length());
        each.getValue().writeTo(out);
      }
      out.writeLong(checked.getChecksum().getValue());
      out.flush();
      bytes.getFD().sync();
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
