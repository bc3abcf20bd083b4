package dev.zt.dsl;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Diagnostic;
import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.Parser;
import dev.zt.dsl.table.TableFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads policy files from folders; what cannot be read is a problem of the set. */
final class PolicyFiles implements TableFiles {
  private static final String EXTENSION = ".zt";
  private static final int DEEPEST = 64;
  private static final long MOST_BYTES = 64L << 20;

  private final Map<String, Path> found = new TreeMap<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private long size;

  private PolicyFiles() {}

  static PolicyFiles read(List<Path> paths) {
    PolicyFiles files = new PolicyFiles();
    for (Path path : paths) {
      files.find(path);
    }
    files.readAll();
    return files;
  }

  /** The files that could be read, and empty ones for those that could not, by name. */
  List<Source> sources() {
    return sources;
  }

  List<Diagnostic> problems() {
    return problems;
  }

  /** The name of a file as reports say it: {@code payroll.zt} for {@code ./payroll.zt}. */
  private static String name(Path path) {
    String name = path.toString().replace('\\', '/');
    return name.startsWith("./") ? name.substring(2) : name;
  }

  private void find(Path path) {
    if (!Files.isDirectory(path)) {
      found.put(name(path), path);
      return;
    }
    int before = found.size();
    try {
      Files.walkFileTree(path, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new Finder(path));
    } catch (IOException unreadable) {
      problem(Code.UNREADABLE, name(path), "the folder cannot be read");
    }
    if (found.size() == before && problems.isEmpty()) {
      problem(Code.UNREADABLE, name(path), "there is no policy file in this folder");
    }
  }

  private final class Finder extends SimpleFileVisitor<Path> {
    private final Path root;

    Finder(Path root) {
      this.root = root;
    }

    private boolean isHidden(Path path) {
      Path last = path.getFileName();
      return last != null && last.toString().startsWith(".") && !path.equals(root);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (file.toString().endsWith(EXTENSION) && !isHidden(file)) {
        found.put(name(file), file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      if (!(failure instanceof FileSystemLoopException) && !isHidden(file)) {
        problem(Code.UNREADABLE, name(file), "this cannot be read");
      }
      return FileVisitResult.CONTINUE;
    }
  }

  /** Reads what was found, each file once however many links lead to it. */
  private void readAll() {
    Set<Path> seen = new HashSet<>();
    for (Map.Entry<String, Path> each : found.entrySet()) {
      try {
        if (seen.add(each.getValue().toRealPath())) {
          read(each.getKey(), each.getValue());
        }
      } catch (IOException unreadable) {
        problem(Code.UNREADABLE, each.getKey(), "the file cannot be read");
      }
    }
  }

  private void read(String name, Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      problem(Code.UNREADABLE, name, "this is no file");
      return;
    }
    if (size > MOST_BYTES) {
      return;
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(Parser.MOST_BYTES + 1);
    }
    size += bytes.length;
    if (bytes.length > Parser.MOST_BYTES) {
      problem(Code.FILE_TOO_LARGE, name, "this file is larger than 1 MiB");
      return;
    }
    Utf8.Decoded decoded = Utf8.decode(name, bytes);
    int broken = decoded.firstBroken();
    if (broken >= 0) {
      problems.add(
          new Diagnostic(
              Code.NOT_UTF8,
              decoded.source(),
              new Span(broken, broken),
              "the file is not UTF-8 from here on",
              "save it as UTF-8"));
      return;
    }
    sources.add(decoded.source());
  }

  @Override
  public Found find(String policy, String name) {
    Path file = found.get(policy);
    if (file == null) {
      return new Found.Problem("does not exist");
    }
    Path table = file.resolveSibling(name);
    if (!Files.isRegularFile(table)) {
      return new Found.Problem(Files.exists(table) ? "is no file" : "does not exist");
    }
    try (InputStream in = Files.newInputStream(table)) {
      byte[] bytes = in.readNBytes(Parser.MOST_BYTES + 1);
      if (bytes.length > Parser.MOST_BYTES) {
        return new Found.Problem("is larger than 1 MiB");
      }
      Utf8.Decoded decoded = Utf8.decode(name(table), bytes);
      return decoded.firstBroken() < 0
          ? new Found.Text(decoded.source())
          : new Found.Problem("is not UTF-8");
    } catch (IOException unreadable) {
      return new Found.Problem("cannot be read");
    }
  }

  private void problem(Code code, String name, String message) {
    problems.add(new Diagnostic(code, new Source(name, ""), new Span(0, 0), message, null));
  }
}
