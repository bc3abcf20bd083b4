package dev.zt.engine.elevation;

import dev.zt.Grant;
import dev.zt.GrantStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps grants in a journal file: what {@link #keep} has returned from is there after the process
 * was killed or the machine lost its power.
 *
 * <p>When most of the file is of earlier states, it is written anew beside and put in its place in
 * one step. A file beside it with {@code .lock} at the end keeps a second process out.
 */
public final class GrantJournal implements GrantStore {
  /** So many grants in an entry when the file is written anew. */
  private static final int IN_AN_ENTRY = 1_000;

  private final Path path;
  private final long worthRewriting;
  private final FileChannel lock;
  private final Consumer<String> warnings;
  private final Map<String, Grant> grants = new LinkedHashMap<>();
  private @Nullable Mark mark;
  private JournalFile file;
  private long rewrittenSize;

  private GrantJournal(Path path, long worthRewriting, FileChannel lock, Consumer<String> warnings)
      throws IOException {
    this.path = path;
    this.worthRewriting = worthRewriting;
    this.lock = lock;
    this.warnings = warnings;
    JournalFile.Opened opened = JournalFile.open(path);
    this.file = opened.file();
    try {
      for (byte[] content : opened.entries()) {
        GrantCodec.Entry entry = GrantCodec.decode(content);
        remember(entry.grants(), entry.mark());
      }
      forceFolder();
    } catch (IOException e) {
      file.close();
      throw e;
    }
    this.rewrittenSize = file.size();
    if (opened.cut() > 0) {
      warnings.accept(
          path + ": cut " + opened.cut() + " bytes of an entry that a crash left half written");
    }
  }

  /**
   * Opens a journal, or makes one. Warnings go to the platform's log.
   *
   * @throws UncheckedIOException when it cannot be read, is damaged, or is held by another process
   */
  public static GrantJournal open(Path path) {
    System.Logger log = System.getLogger(GrantJournal.class.getName());
    return open(path, 1 << 20, warning -> log.log(Level.WARNING, warning));
  }

  /**
   * As {@link #open(Path)}.
   *
   * @param worthRewriting the bytes from which on the file may be written anew
   * @param warnings hears what a person should know
   */
  static GrantJournal open(Path path, long worthRewriting, Consumer<String> warnings) {
    Path absolute = path.toAbsolutePath();
    try {
      FileChannel lock = locked(absolute.resolveSibling(absolute.getFileName() + ".lock"));
      try {
        return new GrantJournal(absolute, worthRewriting, lock, warnings);
      } catch (IOException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileChannel locked(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException held) {
      lock = null;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    if (lock == null) {
      channel.close();
      throw new IOException("somebody else holds " + path);
    }
    return channel;
  }

  @Override
  public synchronized Kept load() {
    return new Kept(List.copyOf(grants.values()), mark);
  }

  @Override
  public synchronized void keep(Collection<Grant> changed, Mark at) {
    try {
      file.append(GrantCodec.encode(changed, at));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    remember(changed, at);
    if (file.size() > worthRewriting && file.size() / 4 > rewrittenSize) {
      rewrite(at);
    }
  }

  private void remember(Collection<Grant> changed, Mark at) {
    mark = at;
    for (Grant grant : changed) {
      grants.remove(grant.id());
      grants.put(grant.id(), grant);
    }
  }

  /**
   * Writes what is still of use anew. Where that fails, the file that there is goes on to be used.
   */
  private void rewrite(Mark at) {
    forgetOldest(at);
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      try (JournalFile writing = JournalFile.open(fresh).file()) {
        List<Grant> all = new ArrayList<>(grants.values());
        for (int from = 0; from < all.size(); from += IN_AN_ENTRY) {
          List<Grant> some = all.subList(from, Math.min(all.size(), from + IN_AN_ENTRY));
          writing.append(GrantCodec.encode(some, at));
        }
        writing.append(GrantCodec.encode(List.of(), at));
        rewrittenSize = writing.size();
      }
      swap(fresh);
    } catch (IOException e) {
      warnings.accept(path + ": cannot be written anew, " + e);
      rewrittenSize = file.size();
    }
  }

  private void swap(Path fresh) throws IOException {
    JournalFile next = JournalFile.open(fresh).file();
    try {
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      next.close();
      throw e;
    }
    JournalFile last = file;
    file = next;
    last.close();
    try {
      forceFolder();
    } catch (IOException e) {
      // After a loss of power the name might lead to the file that is no longer written to.
      file.breakOff();
      throw e;
    }
  }

  /** Forgets those that have ended but for the last ones. */
  private void forgetOldest(Mark at) {
    List<String> over =
        grants.values().stream()
            .filter(each -> !OpenGrants.isOpen(each) || !OpenGrants.due(each).isAfter(at.time()))
            .map(Grant::id)
            .toList();
    int tooMany = over.size() - GrantLimits.DEFAULT.ended();
    over.stream().limit(Math.max(0, tooMany)).forEach(grants::remove);
  }

  /** Makes sure that the name of the file is on the disk, where the platform knows how. */
  private void forceFolder() throws IOException {
    Path folder = path.getParent();
    if (folder == null || System.getProperty("os.name").startsWith("Windows")) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public synchronized void close() {
    try (lock) {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
