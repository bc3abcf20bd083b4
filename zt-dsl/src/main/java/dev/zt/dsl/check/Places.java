package dev.zt.dsl.check;

import dev.zt.dsl.source.Span;

/** Places of files in messages. */
final class Places {
  private Places() {}

  /** Where a declaration's name stands: {@code payroll.zt:24}. */
  static String of(Declared declared) {
    return of(declared.file(), declared.nameSpan());
  }

  /** Where a text stands: {@code payroll.zt:24}. */
  static String of(FileScope file, Span span) {
    return file.source().file() + ":" + file.source().line(span.start());
  }
}
