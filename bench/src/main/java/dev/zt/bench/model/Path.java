package dev.zt.bench.model;

/**
 * Where a value of a question is found.
 *
 * @param root {@code subject}, {@code resource}, or the name of a signal
 * @param field the field's name, in snake case
 */
public record Path(String root, String field) {
  /** Reads {@code subject.department}. */
  public static Path of(String text) {
    int dot = text.indexOf('.');
    return new Path(text.substring(0, dot), text.substring(dot + 1));
  }

  @Override
  public String toString() {
    return root + '.' + field;
  }
}
