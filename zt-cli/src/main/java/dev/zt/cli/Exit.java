package dev.zt.cli;

/** Exit codes; every command's help says which of them it uses. */
final class Exit {
  /** All is well. */
  static final int OK = 0;

  /** There are findings: errors, failed tests, files to format. */
  static final int FINDINGS = 1;

  /** The command line, or a file that it names, is not usable. */
  static final int USAGE = 2;

  /** Every test passed, and a share that was asked for was not reached. */
  static final int GATE_MISSED = 3;

  /** There was nothing to run. */
  static final int NOTHING_RAN = 4;

  private Exit() {}
}
