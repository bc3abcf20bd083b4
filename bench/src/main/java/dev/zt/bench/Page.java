package dev.zt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
  Page(Path file, String label) throws IOException {
    this.file = file;
    this.label = label;
    this.text = Files.readString(file);
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
