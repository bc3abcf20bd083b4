package dev.zt.dsl.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A fenced block of a page.
 *
 * @param page the page
 * @param line the line of the page on which the block's text begins, from 1
 * @param kind what stands after the fence, such as {@code zt} or {@code zt error}
 * @param lines the text
 */
record Sample(Path page, int line, String kind, List<String> lines) {

  /** The blocks of a page in their order. */
  static List<Sample> of(Path page) throws IOException {
    List<Sample> samples = new ArrayList<>();
    List<String> lines = Files.readAllLines(page);
    for (int line = 0; line < lines.size(); line++) {
      if (lines.get(line).startsWith("```")) {
        int begin = line + 1;
        int end = begin;
        while (!lines.get(end).equals("```")) {
          end++;
        }
        String kind = lines.get(line).substring(3);
        samples.add(new Sample(page, begin + 1, kind, List.copyOf(lines.subList(begin, end))));
        line = end;
      }
    }
    return samples;
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  @Override
  public String toString() {
    return page.getFileName() + ":" + line;
  }
}
