package dev.zt.dsl.format;

import dev.zt.dsl.source.Width;

/** Makes words of several lines equally wide. */
final class Columns {
  private Columns() {}

  /** The blanks that bring a text to a width, and one more. */
  static Doc gap(String text, int width) {
    return new Doc.Blank(Math.max(width - Width.of(text), 0) + 1);
  }
}
