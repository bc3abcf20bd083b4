package dev.zt.engine.authzen;

/**
 * A text that is no AuthZEN request: not JSON, too large, or without what a request must have. Over
 * HTTP that is status 400.
 *
 * <p>The message says where, what and how to mend it, on one line without control characters.
 */
public final class AuthZenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The line and the column of a complaint that has no place. */
  static final int NOWHERE = 0;

  private final String pointer;
  private final int line;
  private final int column;

  /** A complaint about the text as a whole. */
  AuthZenException(String problem) {
    this(problem, "", NOWHERE, NOWHERE);
  }

  AuthZenException(String problem, String pointer, int line, int column) {
    super(
        OneLine.of(
            (line == NOWHERE ? "" : "line " + line + ", column " + column + ": ")
                + (pointer.isEmpty() ? "" : OneLine.cut(pointer) + ": ")
                + problem));
    this.pointer = pointer;
    this.line = line;
    this.column = column;
  }

  /**
   * Which value is meant, as a JSON pointer (RFC 6901) such as {@code /evaluations/1/subject};
   * empty when it is the whole text.
   */
  public String pointer() {
    return pointer;
  }

  /**
   * The line, from 1, of the place where the text stops being JSON, or where the object in question
   * begins; 0 when the complaint has no place.
   */
  public int line() {
    return line;
  }

  /** The column in UTF-16 units, from 1, that goes with {@link #line}. */
  public int column() {
    return column;
  }
}
