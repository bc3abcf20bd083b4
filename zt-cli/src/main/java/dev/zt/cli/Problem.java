package dev.zt.cli;

import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
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
    if (cause instanceof FileAlreadyExistsException file) {
      return "`" + file.getFile() + "` is a file, and has to be a folder";
    }
    if (cause instanceof FileSystemException failed && failed.getReason() != null) {
      return "`" + failed.getFile() + "` cannot be used: " + oneLine(failed.getReason());
    }
    if (cause instanceof CharacterCodingException) {
      return "a file is not UTF-8";
    }
    return oneLine(String.valueOf(cause.getMessage()));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ");
  }
}
