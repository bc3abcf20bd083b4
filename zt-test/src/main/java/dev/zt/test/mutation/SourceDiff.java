package dev.zt.test.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lines of a policy file that a change is about.
 *
 * @param file the file as it was named when the policies were compiled
 * @param line the first of the lines, from 1
 * @param before the lines as they are
 * @param after what stands in their place; empty where they are left out
 */
public record SourceDiff(String file, int line, List<String> before, List<String> after) {
  public SourceDiff {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** What differs between a file and its changed text. */
  static SourceDiff between(String file, String before, String after) {
    List<String> old = before.lines().toList();
    List<String> changed = after.lines().toList();
    int least = Math.min(old.size(), changed.size());
    int start = 0;
    while (start < least && old.get(start).equals(changed.get(start))) {
      start++;
    }
    int end = 0;
    while (end < least - start
        && old.get(old.size() - 1 - end).equals(changed.get(changed.size() - 1 - end))) {
      end++;
    }
    return new SourceDiff(
        file,
        start + 1,
        old.subList(start, old.size() - end),
        written(changed.subList(start, changed.size() - end)));
  }

  private static List<String> written(List<String> lines) {
    List<String> written = new ArrayList<>(lines);
    written.removeIf(String::isBlank);
    return written.stream().map(String::stripTrailing).toList();
  }

  /** The lines after a {@code -} and those after a {@code +}. */
  @Override
  public String toString() {
    return Stream.concat(
            before.stream().map(line -> "- " + line), after.stream().map(line -> "+ " + line))
        .collect(Collectors.joining("\n"));
  }
}
