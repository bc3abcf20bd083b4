package dev.zt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A page of documentation, parts of which are generated. */
final class Page {
  private final Path file;
  private final String label;
  private String text;

  /**
   * The page in that file.
   *
   * @param label what stands above every generated part
   */
  private Page(Path file, String label) throws IOException {
    this.file = file;
    this.label = label;
    this.text = Files.readString(file);
  }

  /** A page whose generated parts say when, by what command and on what they were measured. */
  static Page measured(Path file, String command) throws IOException {
    return new Page(file, label(command));
  }

  private static String label(String command) {
    return "*"
        + LocalDate.now(ZoneOffset.UTC)
        + ", `"
        + command
        + "`, "
        + Runtime.getRuntime().availableProcessors()
        + " cores, "
        + System.getProperty("os.name")
        + ' '
        + System.getProperty("os.arch")
        + ", JDK "
        + Runtime.version()
        + "*\n\n";
  }

  /** Replaces what stands between the two marks of that name, if the page has them. */
  void put(String name, String part) {
    String begin = "<!-- measured: " + name + " -->\n";
    String end = "<!-- end -->";
    int from = text.indexOf(begin);
    int to = from < 0 ? -1 : text.indexOf(end, from);
    if (to >= 0) {
      text = text.substring(0, from + begin.length()) + label + part + text.substring(to);
    }
  }

  void save() throws IOException {
    Files.writeString(file, text);
  }
}
