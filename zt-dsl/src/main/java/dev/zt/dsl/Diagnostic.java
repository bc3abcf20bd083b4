package dev.zt.dsl;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a policy set, as data.
 *
 * @param file the file as it was named
 * @param line the line at which the text to change begins, from 1
 * @param column the column at which it begins, from 1, in code points
 * @param length its length in code points; 0 for a place between two characters
 * @param code a stable code, {@code ZT} and four digits
 * @param severity whether it keeps the set from being compiled
 * @param message one line: lower case, no full stop, names in backticks
 * @param help what to do about it, in the same form; null when nothing suggests itself
 * @param underlined the text to change
 */
public record Diagnostic(
    String file,
    int line,
    int column,
    int length,
    String code,
    Severity severity,
    String message,
    @Nullable String help,
    String underlined) {

  /** Whether a diagnostic keeps a policy set from being compiled. */
  public enum Severity {
    /** The set does not compile. */
    ERROR,
    /** The set compiles, and the author should look. */
    WARNING
  }

  static Diagnostic of(dev.zt.dsl.diagnostic.Diagnostic found) {
    return new Diagnostic(
        found.file(),
        found.line(),
        found.column(),
        found.length(),
        found.code().id(),
        switch (found.severity()) {
          case ERROR -> Severity.ERROR;
          case WARNING -> Severity.WARNING;
        },
        found.message(),
        found.help(),
        found.underlined());
  }

  /** Whether it keeps the set from being compiled. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
