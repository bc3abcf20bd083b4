package dev.zt.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** What went wrong with a file, in one line for a person. */
final class Problem {
  private Problem() {}

  static String of(Throwable failure) {
    Throwable cause =
        failure instanceof UncheckedIOException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof NoSuchFileException missing) {
      return "there is no file `" + missing.getFile() + "`";
    }
    if (cause instanceof AccessDeniedException denied) {
      return "`" + denied.getFile() + "` may not be read or written";
    }
    return String.valueOf(cause.getMessage()).replaceAll("\\s*\\R\\s*", " ");
  }
}
