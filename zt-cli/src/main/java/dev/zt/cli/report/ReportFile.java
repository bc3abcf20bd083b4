package dev.zt.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that a report goes to.
 *
 * @param kind in which form
 * @param file where; folders on the way to it are made
 */
public record ReportFile(Kind kind, Path file) {
  /** The forms of reports. */
  public enum Kind {
    /** JUnit XML. */
    junit,
    /** JSON. */
    json;

    /** Whether coverage is part of it. */
    public boolean needsCoverage() {
      return false;
    }
  }

  /**
   * Reads {@code junit=FILE} or {@code json=FILE}.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static ReportFile parse(String text) {
    int equals = text.indexOf('=');
    for (Kind kind : Kind.values()) {
      if (equals > 0
          && equals + 1 < text.length()
          && text.substring(0, equals).equals(kind.name())) {
        return new ReportFile(kind, Path.of(text.substring(equals + 1)));
      }
    }
    throw new IllegalArgumentException("`" + text + "` is neither `junit=FILE` nor `json=FILE`");
  }

  /** Writes the results in this form. */
  public void write(Results results) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(
        file,
        switch (kind) {
          case junit -> JunitXml.of(results.tests());
          case json -> TestJson.of(results.tests());
        });
  }
}
