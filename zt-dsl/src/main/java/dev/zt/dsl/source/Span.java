package dev.zt.dsl.source;

/**
 * A stretch of the text of one {@link Source}.
 *
 * @param start offset of the first UTF-16 code unit
 * @param end offset after the last one; equal to {@code start} for a place between two characters
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  /** The smallest span that holds both. */
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }
}
