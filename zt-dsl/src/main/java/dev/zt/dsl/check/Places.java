package dev.zt.dsl.check;

/** Places of files in messages. */
final class Places {
  private Places() {}

  /** Where a declaration's name stands: {@code payroll.zt:24}. */
  static String of(Declared declared) {
    return declared.file().source().file()
        + ":"
        + declared.file().source().line(declared.nameSpan().start());
  }
}
