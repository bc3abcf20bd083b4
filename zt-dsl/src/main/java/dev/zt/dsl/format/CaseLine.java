package dev.zt.dsl.format;

/**
 * A step of a test, with the clock's steps on its line.
 *
 * @param from the first token
 * @param start the first token of the last step of the line
 * @param arrow the arrow of a case; of other steps the start
 * @param with where what is laid over begins; the end when nothing is
 * @param to after the last token
 */
record CaseLine(int from, int start, int arrow, int with, int to) {
  /** What a line begins with. */
  enum Beginning {
    ACTION,
    DO,
    CLOCK
  }

  boolean isCase() {
    return arrow > start;
  }

  Beginning beginning() {
    if (from < start) {
      return Beginning.CLOCK;
    }
    return arrow - start > 1 ? Beginning.DO : Beginning.ACTION;
  }
}
