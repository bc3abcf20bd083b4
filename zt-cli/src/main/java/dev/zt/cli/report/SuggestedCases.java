package dev.zt.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Writes suggested cases beside the policies that they are about. */
public final class SuggestedCases {
  private static final String ENDING = ".zt";

  private SuggestedCases() {}

  /**
   * Writes each text under its name; where there is a file already, under that name with a number.
   *
   * @return the files that were written
   */
  public static List<Path> write(SortedMap<String, String> texts) throws IOException {
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, String> each : texts.entrySet()) {
      written.add(Files.writeString(free(each.getKey()), each.getValue()));
    }
    return written;
  }

  private static Path free(String name) {
    String stem = name.substring(0, name.length() - ENDING.length());
    Path path = Path.of(name);
    for (int number = 2; Files.exists(path); number++) {
      path = Path.of(stem + "-" + number + ENDING);
    }
    return path;
  }
}
