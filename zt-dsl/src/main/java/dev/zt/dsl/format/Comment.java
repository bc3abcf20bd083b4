package dev.zt.dsl.format;

/**
 * A comment, or several on one line.
 *
 * @param text as written, without blanks at the ends of its lines, lines ended by a line feed
 * @param ownLine whether nothing else stands on its lines
 * @param blankBefore whether a blank line stands above it
 */
record Comment(String text, boolean ownLine, boolean blankBefore) {
  /** The same on a line of its own. */
  Comment onOwnLine() {
    return ownLine ? this : new Comment(text, true, false);
  }
}
