package dev.zt;

import java.util.Objects;

/**
 * A place in a policy file.
 *
 * @param file the file as it was named when the policies were compiled
 * @param line the line, from 1
 * @param column the column in code points, from 1
 */
public record SourcePosition(String file, int line, int column) {
  public SourcePosition {
    Objects.requireNonNull(file, "file");
  }

  /** {@code file:line}, which terminals and development environments turn into a link. */
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
