package dev.zt.examples.quickstart;

import java.util.function.UnaryOperator;

/**
 * Text with its paint, which takes no room.
 *
 * @param text what is seen
 * @param paint how it is painted
 */
record Cell(String text, UnaryOperator<String> paint) {
  Cell(String text) {
    this(text, UnaryOperator.identity());
  }

  /** The text, painted, with blanks up to the width. */
  String padded(int width) {
    return paint.apply(text) + " ".repeat(Math.max(0, width - text.length()));
  }
}
