package dev.zt.cli;

import dev.zt.engine.UnusedAttribute;
import java.util.List;
import java.util.stream.Collectors;

/** What a request gives and the policies cannot use, a line each; empty where there is nothing. */
final class UnusedText {
  private UnusedText() {}

  static String of(List<UnusedAttribute> unused) {
    return unused.isEmpty()
        ? ""
        : unused.stream()
            .map(UnusedText::line)
            .collect(Collectors.joining("\n  ", "\n\ngiven and not used\n  ", ""));
  }

  private static String line(UnusedAttribute unused) {
    String what =
        switch (unused.kind()) {
          case UNDECLARED -> "is not declared";
          case DERIVED_GIVEN -> "is never given";
          case MISTYPED -> "is mistyped";
          case OVERFLOWED -> "is too large";
          case FAILED -> "cannot be read";
        };
    String detail = unused.detail().isEmpty() ? "" : ": " + unused.detail();
    return unused.owner() + "." + unused.name() + " " + what + detail;
  }
}
