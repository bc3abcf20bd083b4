package dev.zt.test.coverage;

/**
 * A stretch of a file that says something when one points at it.
 *
 * @param start the offset of its first character
 * @param end the offset after its last
 * @param state how it is coloured
 * @param name what it is, for those who cannot see the colour
 * @param tip what it says, as HTML
 */
record Mark(int start, int end, State state, String name, String tip) {
  /** How well something is covered; the worse one comes later. */
  enum State {
    /** Nothing can cover it. */
    IMPOSSIBLE("void", "cannot be covered"),
    /** It is covered. */
    COVERED("full", "covered"),
    /** A part of it is. */
    PARTLY("part", "partly covered"),
    /** Nothing of it is. */
    MISSING("none", "not covered");

    private final String css;
    private final String text;

    State(String css, String text) {
      this.css = css;
      this.text = text;
    }

    String css() {
      return css;
    }

    String text() {
      return text;
    }

    State worse(State other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }
}
