package dev.zt.engine.audit;

import dev.zt.engine.audit.Verification.Broken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows the chain through all files of a log. */
final class Verifier {
  private Verifier() {}

  static Verification verify(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (!Files.isDirectory(path)) {
      FileScan scan =
          FileScan.of(String.valueOf(path.getFileName()), Files.readAllBytes(path), null);
      return result(scan.records(), scan.head(), scan.broken());
    }
    List<String> names;
    try (Stream<Path> files = Files.list(path)) {
      names = files.map(file -> String.valueOf(file.getFileName())).toList();
    }
    Head head = null;
    long records = 0;
    for (LogName name : LogName.among(names)) {
      FileScan scan = FileScan.of(name.name(), Files.readAllBytes(path.resolve(name.name())), head);
      records += scan.records();
      head = scan.head();
      if (scan.broken() != null) {
        return result(records, head, scan.broken());
      }
    }
    return result(records, head, null);
  }

  private static Verification result(long records, @Nullable Head head, @Nullable Broken broken) {
    Head end = head == null ? Head.START : head;
    return new Verification(records, end.number(), end.hash(), broken);
  }
}
