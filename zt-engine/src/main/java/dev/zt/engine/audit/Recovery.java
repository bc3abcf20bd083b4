package dev.zt.engine.audit;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a log goes on.
 *
 * @param file the file to go on in, or null for a new one
 * @param length how much of that file is in order
 * @param head how far the chain has come
 * @param note what was found that was not in order; empty when everything was
 */
record Recovery(@Nullable String file, long length, Head head, String note) {
  /**
   * Looks where the log ended. What was not written to its end is left out; what was changed stays,
   * and the log goes on in a new file.
   */
  static Recovery of(Disk disk) throws IOException {
    List<LogName> names = LogName.among(disk.names());
    StringBuilder note = new StringBuilder();
    for (int i = names.size() - 1; i >= 0; i--) {
      String name = names.get(i).name();
      byte[] content = disk.read(name);
      FileScan scan = FileScan.of(name, content, null);
      Head head = scan.head();
      if (scan.broken() == null && head != null) {
        return new Recovery(name, scan.end(), head, note.toString());
      }
      if (!scan.endsTorn()) {
        Seal last = scan.lastSealBehind();
        Head end = last == null ? Head.START : new Head(last.number(), last.hash());
        return new Recovery(null, 0, end, "the log is broken: " + scan.broken());
      }
      note.append(content.length - scan.end()).append(" bytes that were not written to their end ");
      note.append("were cut off ").append(name).append("; ");
      if (head != null && scan.end() > 0) {
        return new Recovery(name, scan.end(), head, note.toString());
      }
      disk.delete(name);
    }
    return new Recovery(null, 0, Head.START, note.toString());
  }
}
