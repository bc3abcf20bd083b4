package dev.zt.engine.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A disk in memory that knows what was forced. It can refuse to write, forget what was not forced,
 * and lie about forcing.
 */
final class ModelDisk implements Disk {
  private static final int SECTOR = 512;

  private final Map<String, Content> files = new TreeMap<>();
  private Fault fault = Fault.NONE;
  private int operations;
  private int forces;
  private long forceMillis;
  private int cutAt = Integer.MAX_VALUE;
  private Random chance = new Random(0);
  private Runnable onCut = () -> {};
  private ModelDisk after;

  /** What goes wrong. */
  enum Fault {
    /** Nothing. */
    NONE,
    /** Writing stops in the middle and says so. */
    FULL,
    /** Forcing fails, and what was not forced is gone. */
    FORCE_FAILS,
    /** Forcing does nothing and says nothing. */
    FORCE_LIES
  }

  private static final class Content {
    private byte[] bytes = new byte[0];
    private int forced;
  }

  synchronized void fault(Fault kind) {
    fault = kind;
  }

  /** Forcing takes so long from now on. */
  synchronized void forceWithin(long millis) {
    forceMillis = millis;
  }

  /** How often was forced. */
  synchronized int forces() {
    return forces;
  }

  /** The power goes at that operation, counted from 1. */
  synchronized void cutAt(int operation, Random random, Runnable hook) {
    cutAt = operation;
    chance = random;
    onCut = hook;
  }

  /** What is on the disk when the power is back; null while it never went. */
  synchronized ModelDisk afterTheCut() {
    return after;
  }

  synchronized void copyTo(Path folder) throws IOException {
    for (Map.Entry<String, Content> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue().bytes);
    }
  }

  @Override
  public synchronized List<String> names() {
    return new ArrayList<>(files.keySet());
  }

  @Override
  public synchronized byte[] read(String name) {
    return content(name).bytes.clone();
  }

  @Override
  public synchronized Out open(String name) throws IOException {
    requirePower();
    files.putIfAbsent(name, new Content());
    return new Opened(name);
  }

  @Override
  public synchronized void delete(String name) {
    files.remove(name);
  }

  @Override
  public void close() {}

  private void pause() {
    long end = System.nanoTime() + forceMillis * 1_000_000;
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private Content content(String name) {
    return files.get(name);
  }

  private void requirePower() throws IOException {
    if (after != null) {
      throw new IOException("no power");
    }
  }

  /** The last operation may have happened in part; of what is not forced, whole sectors stay. */
  private void loseThePower() throws IOException {
    ModelDisk left = new ModelDisk();
    files.forEach(
        (name, content) -> {
          int kept = content.forced;
          int unforced = content.bytes.length - content.forced;
          if (unforced > 0) {
            int cut = content.forced + chance.nextInt(unforced + 1);
            kept = Math.max(kept, cut / SECTOR * SECTOR);
          }
          Content survived = new Content();
          survived.bytes = Arrays.copyOf(content.bytes, kept);
          survived.forced = kept;
          left.files.put(name, survived);
        });
    after = left;
    onCut.run();
    throw new IOException("no power");
  }

  private record Partly(byte[] bytes, boolean whole) {}

  private final class Opened implements Out {
    private final String name;

    Opened(String name) {
      this.name = name;
    }

    private Partly taken(ByteBuffer bytes) {
      boolean cut = ++operations == cutAt;
      int all = bytes.remaining();
      int length = fault == Fault.FULL || cut ? chance.nextInt(all + 1) : all;
      byte[] part = new byte[length];
      bytes.get(part);
      return new Partly(part, !cut);
    }

    @Override
    public long size() {
      synchronized (ModelDisk.this) {
        return content(name).bytes.length;
      }
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
      synchronized (ModelDisk.this) {
        requirePower();
        Content content = content(name);
        Partly part = taken(bytes);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(content.bytes);
        all.writeBytes(part.bytes());
        content.bytes = all.toByteArray();
        if (!part.whole()) {
          loseThePower();
        }
        if (fault == Fault.FULL) {
          throw new IOException("No space left on device");
        }
      }
    }

    @Override
    public void truncate(long length) throws IOException {
      synchronized (ModelDisk.this) {
        requirePower();
        Content content = content(name);
        content.bytes = Arrays.copyOf(content.bytes, (int) Math.min(length, content.bytes.length));
        content.forced = Math.min(content.forced, content.bytes.length);
      }
    }

    @Override
    public void force() throws IOException {
      synchronized (ModelDisk.this) {
        requirePower();
        if (++operations == cutAt) {
          loseThePower();
        }
        Content content = content(name);
        if (fault == Fault.FORCE_FAILS) {
          content.bytes = Arrays.copyOf(content.bytes, content.forced);
          throw new IOException("Input/output error");
        }
        forces++;
        pause();
        if (fault != Fault.FORCE_LIES) {
          content.forced = content.bytes.length;
        }
      }
    }

    @Override
    public void close() {}
  }
}
