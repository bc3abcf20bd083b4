package dev.zt.policy;

import dev.zt.SourcePosition;
import java.util.Objects;

/**
 * A stretch of a policy file.
 *
 * @param file the file as it was named when the policies were compiled
 * @param line the line it begins on, from 1
 * @param column the column it begins at in code points, from 1
 * @param length its length in code points, 0 for a place between two characters
 */
public record SourceSpan(String file, int line, int column, int length) {
  public SourceSpan {
    Objects.requireNonNull(file, "file");
  }

  /** Where it begins. */
  public SourcePosition position() {
    return new SourcePosition(file, line, column);
  }
}
