package dev.zt.examples.nist;

/** A row that says something which no fact stands for; better said than guessed. */
final class UnmappableRow extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnmappableRow(String reason) {
    super(reason);
  }

  static UnmappableRow unknownText(String column, String text) {
    return new UnmappableRow("nothing stands for `" + text + "` in `" + column + "`");
  }

  /** Why the row cannot be mapped. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
