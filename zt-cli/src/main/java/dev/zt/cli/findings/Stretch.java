package dev.zt.cli.findings;

import dev.zt.dsl.Diagnostic;

/**
 * The text that a finding is about, as a range. Columns are from 1, in code points.
 *
 * @param endColumn the column after its last character
 */
record Stretch(int line, int column, int endLine, int endColumn) {
  static Stretch of(Diagnostic found) {
    String text = found.underlined();
    int lastBreak = text.lastIndexOf('\n');
    if (lastBreak < 0) {
      return new Stretch(
          found.line(), found.column(), found.line(), found.column() + found.length());
    }
    int breaks = (int) text.chars().filter(each -> each == '\n').count();
    int lastLine = text.codePointCount(lastBreak + 1, text.length());
    return new Stretch(found.line(), found.column(), found.line() + breaks, lastLine + 1);
  }
}
