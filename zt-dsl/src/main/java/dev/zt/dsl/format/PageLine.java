package dev.zt.dsl.format;

import org.jspecify.annotations.Nullable;

/**
 * A line of a formatted file.
 *
 * @param code what it says, indented
 * @param comment a comment at its end
 */
record PageLine(String code, @Nullable String comment) {
  static final PageLine BLANK = new PageLine("", null);

  boolean isBlank() {
    return code.isEmpty() && comment == null;
  }
}
