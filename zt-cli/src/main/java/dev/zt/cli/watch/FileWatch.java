package dev.zt.cli.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Watches the folder of a policy file, or a folder with all folders below it, for files of policies
 * and of rows.
 *
 * <p>Editors save in several steps: a change is told once nothing has happened for a short while,
 * and at the latest after a longer one, however much goes on. What vanishes meanwhile is a change
 * like any other. Used by one thread; {@link #close} may be called by any.
 */
public final class FileWatch implements AutoCloseable {
  private static final Set<String> EXTENSIONS = Set.of("zt", "csv", "json");

  private final WatchService service;
  private final Map<WatchKey, Path> folders = new HashMap<>();
  private final boolean deep;
  private final Duration calm;
  private final Duration most;

  private FileWatch(WatchService service, boolean deep, Duration calm, Duration most) {
    this.service = service;
    this.deep = deep;
    this.calm = calm;
    this.most = most;
  }

  /** A watch that tells a change after 100 ms without another one, and after 1 s in any case. */
  public static FileWatch of(Path path) throws IOException {
    return of(path, Duration.ofMillis(100), Duration.ofSeconds(1));
  }

  static FileWatch of(Path path, Duration calm, Duration most) throws IOException {
    Path absolute = path.toAbsolutePath();
    WatchService service = absolute.getFileSystem().newWatchService();
    boolean isFolder = Files.isDirectory(absolute);
    FileWatch watch = new FileWatch(service, isFolder, calm, most);
    Path folder = isFolder ? absolute : absolute.getParent();
    if (folder != null) {
      watch.register(folder, isFolder);
    }
    return watch;
  }

  /**
   * Waits for a change.
   *
   * @return false when the watch was closed or its thread interrupted
   */
  public boolean await() {
    try {
      while (!isChange(service.take())) {
        // Something else than a policy.
      }
      settle();
      return true;
    } catch (ClosedWatchServiceException closed) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void settle() throws InterruptedException {
    long last = System.nanoTime() + most.toNanos();
    while (System.nanoTime() < last) {
      WatchKey key = service.poll(calm.toNanos(), TimeUnit.NANOSECONDS);
      if (key == null) {
        return;
      }
      isChange(key);
    }
  }

  /** Takes what happened in one folder, and says whether it concerns policies. */
  private boolean isChange(WatchKey key) {
    Path folder = folders.get(key);
    boolean change = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.context() instanceof Path name && folder != null) {
        Path path = folder.resolve(name);
        change |= concerns(path);
        if (deep && Files.isDirectory(path)) {
          register(path, true);
          change = true;
        }
      } else {
        change = true; // More happened than the system could count.
      }
    }
    if (!key.reset()) {
      folders.remove(key);
      change = true;
    }
    return change;
  }

  private boolean concerns(Path path) {
    String name = String.valueOf(path.getFileName());
    boolean known = EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1));
    return known && !name.startsWith(".");
  }

  private void register(Path folder, boolean withThoseBelow) {
    try {
      if (withThoseBelow) {
        Files.walkFileTree(folder, new Registration());
      } else {
        register(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void register(Path folder) throws IOException {
    try {
      folders.put(
          folder.register(
              service,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_DELETE,
              StandardWatchEventKinds.ENTRY_MODIFY),
          folder);
    } catch (NoSuchFileException vanished) {
      // It is gone again; its own folder tells.
    }
  }

  private final class Registration extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      register(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
