package dev.zt.cli.report;

import dev.zt.test.coverage.Cobertura;
import dev.zt.test.coverage.CoverageHtml;
import dev.zt.test.coverage.Lcov;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

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
    json,
    /** The policies as a page, with what is covered. */
    html,
    /** Coverage as an LCOV tracefile. */
    lcov,
    /** Coverage as Cobertura XML. */
    cobertura;

    /** Whether it is about coverage. */
    public boolean needsCoverage() {
      return this == html || this == lcov || this == cobertura;
    }
  }

  /**
   * Reads {@code KIND=FILE}.
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
    throw new IllegalArgumentException(
        "`"
            + text
            + "` is none of "
            + Arrays.stream(Kind.values())
                .map(kind -> "`" + kind + "=FILE`")
                .collect(Collectors.joining(", ")));
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
          case json -> TestJson.of(results);
          case html -> CoverageHtml.of(results.measured(), results.sources());
          case lcov -> Lcov.of(results.measured());
          case cobertura ->
              Cobertura.of(
                  results.measured(), Path.of("").toAbsolutePath().toString(), results.at());
        });
  }
}
