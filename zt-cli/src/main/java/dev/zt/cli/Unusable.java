package dev.zt.cli;

/** A command line, or a file that it names, that a command can do nothing with. One line. */
final class Unusable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unusable(String message) {
    super(message);
  }
}
