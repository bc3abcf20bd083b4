package dev.zt.dsl;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What came of laying out one policy file. Immutable. */
public final class Formatting {
  private final String file;
  private final String original;
  private final Optional<String> text;
  private final List<dev.zt.dsl.diagnostic.Diagnostic> found;

  Formatting(
      String file,
      String original,
      Optional<String> text,
      List<dev.zt.dsl.diagnostic.Diagnostic> found) {
    this.file = file;
    this.original = original;
    this.text = text;
    this.found = List.copyOf(found);
  }

  /** The file as it was named. */
  public String file() {
    return file;
  }

  /** What it holds; empty when it could not be read. */
  public String original() {
    return original;
  }

  /** What it holds in the one layout; nothing when there are errors. */
  public Optional<String> text() {
    return text;
  }

  /** Whether the layout makes a difference; never when there are errors. */
  public boolean changes() {
    return text.filter(formatted -> !formatted.equals(original)).isPresent();
  }

  /** Why the file is left alone, by place. */
  public List<Diagnostic> errors() {
    return found.stream().map(Diagnostic::of).toList();
  }

  /** The errors as text, as {@link Compilation#report()} shows them. */
  public String report() {
    return found.stream().map(Excerpt::of).collect(Collectors.joining("\n"));
  }

  @Override
  public String toString() {
    return file + (text.isEmpty() ? ": not formatted" : changes() ? ": changed" : ": as it was");
  }
}
