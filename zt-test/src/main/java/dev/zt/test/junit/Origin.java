package dev.zt.test.junit;

import dev.zt.SourcePosition;
import dev.zt.policy.SourceSpan;
import java.io.File;
import java.nio.file.Path;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/** Where tests come from, in the platform's words. */
final class Origin {
  private Origin() {}

  /** The place at which a stretch of a policy file begins. */
  static TestSource of(SourceSpan span) {
    SourcePosition position = span.position();
    File file = Path.of(span.file()).toAbsolutePath().toFile();
    return position.column() > 0
        ? FileSource.from(file, FilePosition.from(position.line(), position.column()))
        : FileSource.from(file, FilePosition.from(position.line()));
  }

  /** Whether a node stands in a file. */
  static boolean isIn(File file, TestDescriptor node) {
    return node.getSource().orElse(null) instanceof FileSource source
        && source.getFile().toPath().normalize().equals(file.toPath());
  }

  /** The line on which a node begins; 0 when it stands in no file. */
  static int line(TestDescriptor node) {
    return node.getSource().orElse(null) instanceof FileSource source
        ? source.getPosition().map(FilePosition::getLine).orElse(0)
        : 0;
  }

  /** A failure whose stack trace is the place in the policy file, and nothing else. */
  static <T extends Throwable> T at(SourceSpan span, String test, String title, T failure) {
    Path name = Path.of(span.file()).getFileName();
    failure.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement(test, title, String.valueOf(name), span.line())
        });
    return failure;
  }

  /** A failure without a stack trace: no place in Java has to do with it. */
  static <T extends Throwable> T nowhere(T failure) {
    failure.setStackTrace(new StackTraceElement[0]);
    return failure;
  }
}
